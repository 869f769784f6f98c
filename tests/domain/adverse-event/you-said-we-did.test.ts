import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { answeredInTime, youSaidWeDid } from '#domain/adverse-event/you-said-we-did.ts'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'

let last = 0
const buildEvent = (fields: Fields = {}) => {
  last += 1
  return readAdverseEvent(`e${last}`, 'home', {
    unit: 'alamanda',
    declaredOn: '2026-11-10',
    'answers.family': 'fall',
    'answers.facts': 'Mme Bernard a glissé chambre 12.',
    ...fields,
  })
}
const times = (count: number, fields: Fields) =>
  Array.from({ length: count }, () => buildEvent(fields))
const NOVEMBER = { unit: 'alamanda', from: day('2026-11-01'), to: day('2026-11-30') }

test('a family of five is named and counted, one of four is neither', () => {
  const page = youSaidWeDid(
    [
      ...times(5, { 'answers.family': 'fall', changed: 'Veilleuses posées.' }),
      ...times(4, { 'answers.family': 'intimacy', changed: 'Un groupe de parole chaque mois.' }),
    ],
    NOVEMBER,
  )
  expect(page).toEqual({
    declared: 9,
    groups: [{ family: 'fall', count: 5, changes: ['Veilleuses posées.'] }],
    otherChanges: ['Un groupe de parole chaque mois.'],
  })
})

test('under five declarations in all, not even their number is shown', () => {
  expect(youSaidWeDid(times(4, { changed: 'Sol refait.' }), NOVEMBER)).toEqual({
    declared: undefined,
    groups: [],
    otherChanges: ['Sol refait.'],
  })
})

test('only the sentence written for the unit is there, and it is masked', () => {
  const page = youSaidWeDid(
    times(5, { changed: 'La sonnette de Mme Bernard, chambre 12, marche.' }),
    NOVEMBER,
  )
  const text = JSON.stringify(page)
  expect(text).toContain('La sonnette de […], […], marche.')
  expect(text).not.toMatch(/Bernard|glissé|12/)
})

test('another unit, another month and what has no day are left out; both ends count', () => {
  const page = youSaidWeDid(
    [
      ...times(3, { declaredOn: '2026-11-01' }),
      ...times(3, { declaredOn: '2026-11-30' }),
      ...times(5, { declaredOn: '2026-12-01' }),
      ...times(5, { declaredOn: '' }),
      ...times(5, { unit: 'bougainvillier' }),
    ],
    NOVEMBER,
  )
  expect(page.declared).toBe(6)
})

test.each([
  ['2026-11-17', 1],
  ['2026-11-18', 0],
  ['2026-11-10', 1],
])('declared on the 10th and answered on %s: in time %s', (answeredOn, inTime) => {
  const event = { declaredOn: day('2026-11-10'), answeredOn: day(answeredOn), isAnswered: true }
  expect(answeredInTime([event])).toEqual({ answered: 1, inTime })
})

test('an event closed without a word is not answered, and an answer without a day is not in time', () => {
  const silent = { declaredOn: day('2026-11-10'), answeredOn: undefined, isAnswered: false }
  expect(answeredInTime([silent, { ...silent, isAnswered: true }])).toEqual({
    answered: 1,
    inTime: 0,
  })
})
