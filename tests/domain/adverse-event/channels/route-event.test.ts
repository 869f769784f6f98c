import { expect, test } from 'vitest'
import { CHANNEL_TABLE } from '#domain/adverse-event/channels/channel-table.ts'
import { GRAVE_CODES } from '#domain/adverse-event/channels/grave-categories.ts'
import { routeEvent } from '#domain/adverse-event/channels/route-event.ts'
import { ROUTING_FORM } from '#domain/adverse-event/channels/routing-questions.ts'
import {
  OUTBREAK_KINDS,
  type OutbreakKind,
} from '#domain/adverse-event/outbreaks/outbreak-thresholds.ts'
import { checkForm } from '#domain/form/check-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { OPENS } from './channel-lines.ts'

const codes = (answers: Record<string, Json>, ...outbreaks: OutbreakKind[]) =>
  routeEvent(new Map(Object.entries(answers)), outbreaks).map(({ code }) => code)

test.each(Object.entries(OPENS))('%s applies to the answers that open it', (code, answers) => {
  const outbreaks = OUTBREAK_KINDS.filter((kind) => kind === code)
  expect(codes(answers, ...outbreaks)).toContain(code)
})

test('nothing answered, nobody to tell; every row of the table has its test', () => {
  expect(codes({})).toEqual([])
  expect(Object.keys(OPENS).sort()).toEqual(CHANNEL_TABLE.map(({ code }) => code).sort())
})

test.each(GRAVE_CODES)('category %s is told to the authority of the authorisation', (category) => {
  expect(codes({ categories: [category] })).toContain('l331')
})

test('an EIGS needs the three: linked to care, unexpected, grave', () => {
  const grave = { care: 'yes', unexpected: 'yes', harm: 'death' }
  expect(codes(grave)).toEqual(['eigs'])
  expect(codes({ ...grave, harm: 'deficit' })).toEqual(['eigs'])
  expect(codes({ ...grave, harm: 'care' })).toEqual([])
  expect(codes({ ...grave, unexpected: 'no' })).toEqual([])
  expect(codes({ ...grave, care: 'no' })).toEqual([])
})

test('an event may be EIG and EIGS at once', () => {
  expect(codes({ care: 'yes', unexpected: 'yes', harm: 'life', categories: ['D04'] })).toEqual([
    'l331',
    'eigs',
  ])
})

test('a missing person: the police first, and the authority', () => {
  expect(codes({ situations: ['missing'] })).toEqual(['l331', 'police'])
  expect(codes({ categories: ['D09'] })).toEqual(['l331', 'police'])
})

test('maltreatment goes to the cell for an adult, to the CRIP for a child, always to the authority', () => {
  expect(codes({ categories: ['D08'], victim: 'adult' })).toEqual(['l331', 'maltreatment'])
  expect(codes({ categories: ['D08'], victim: 'minor' })).toEqual(['l331', 'crip'])
})

test('an answer to a question no longer asked decides nothing', () => {
  expect(codes({ victim: 'adult', 'device-severe': 'yes', disease: 'e-do' })).toEqual([])
})

test('infections are told when the count says so, whatever the answers', () => {
  expect(codes({ situations: ['infection'], infection: 'respiratory' })).toEqual([])
  expect(codes({}, 'ira', 'gea')).toEqual(['ira', 'gea'])
})

test('the questions make a form that holds', () => {
  expect(checkForm(ROUTING_FORM)).toEqual([])
})
