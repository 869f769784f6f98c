import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { ALARM_CODES, ALARM_GROUPS, BRANCHES } from '#domain/adverse-event/analysis/alarm.ts'
import { readAnalysis } from '#domain/adverse-event/analysis/analysis.ts'
import { ORION_STEPS, orionSteps } from '#domain/adverse-event/analysis/orion.ts'
import {
  isWorthAnalysis,
  proposeInstance,
} from '#domain/adverse-event/analysis/propose-instance.ts'
import { fieldKind } from '#domain/field-kinds.ts'
import type { Fields } from '#domain/shared/json.ts'

const read = (fields: Fields) => readAnalysis('a1', 'home-1', { event: 'e1', ...fields })
const event = (fields: Fields) => readAdverseEvent('e1', 'home-1', fields)

test('facts come in the order they happened, whatever the order they were typed in', () => {
  const { facts } = read({
    'facts.x': { words: 'SAMU appelé', on: '2026-11-23', at: '04:10', n: 1 },
    'facts.y': { words: 'Pilulier donné', on: '2026-11-22', at: '20:45', n: 2 },
    'facts.z': { words: 'Trouvé somnolent', on: '2026-11-23', at: '04:05', n: 3 },
  })
  expect(facts.map(({ words }) => words)).toEqual([
    'Pilulier donné',
    'Trouvé somnolent',
    'SAMU appelé',
  ])
})

test('a member without words, or that is no member, is not shown', () => {
  expect(read({ 'gaps.a': { words: ' ' }, 'gaps.b': 'x', 'gaps.c': null }).gaps).toEqual([])
})

test('two people who add at the same time both keep theirs: each is a member', () => {
  for (const field of [
    'participants.a',
    'facts.a',
    'gaps.a',
    'causes.a',
    'barriers.a',
    'decisions.a',
  ])
    expect(fieldKind('event-analysis', field)).toBe('member')
  for (const field of ['reason', 'management', 'lesson', 'whys.1'])
    expect(fieldKind('event-analysis', field)).toBe('text')
  expect(fieldKind('event-analysis', 'status')).toBe('status')
})

test('the seven groups of ALARM all have a branch of the fishbone', () => {
  expect(ALARM_CODES).toHaveLength(7)
  for (const code of ALARM_CODES) expect(BRANCHES).toContain(ALARM_GROUPS[code].branch)
})

test('the steps of ORION are read from what is there; an action counts once it is in the plan', () => {
  const done = (fields: Fields) => ORION_STEPS.filter((step) => orionSteps(read(fields))[step])
  expect(done({})).toEqual([])
  expect(done({ reason: 'Grave', 'gaps.a': { words: 'Photo absente' } })).toEqual(['data', 'gaps'])
  expect(done({ 'decisions.a': { words: 'Photo' } })).toEqual([])
  expect(done({ 'decisions.a': { words: 'Photo', action: 'x' }, lesson: 'Voir.' })).toEqual([
    'actions',
    'report',
  ])
})

test('a small home is proposed a REX, a large one a CREX, a death an RMM (R-EI-15)', () => {
  expect(proposeInstance(event({}), { places: 48 })).toBe('rex')
  expect(proposeInstance(event({}), { places: 84 })).toBe('crex')
  expect(proposeInstance(event({ 'routing.harm': 'death' }), { places: 48 })).toBe('rmm')
})

test('gravity 3 and above is analysed, the others when they come back', () => {
  expect(isWorthAnalysis(event({ gravity: 3 }), 1)).toBe('grave')
  expect(isWorthAnalysis(event({ gravity: 2 }), 3)).toBeUndefined()
  expect(isWorthAnalysis(event({ gravity: 2 }), 4)).toBe('repeated')
})
