import { expect, it } from 'vitest'
import { comparePair } from '#features/tracers/paired-criteria.ts'
import { buildAnswers, buildCriterion } from '#tests/builders/build-form.ts'

const pair = {
  person: buildCriterion('P1', { scale: 'has' }),
  professionals: buildCriterion('Q1', { scale: 'has' }),
}

it.each([
  ['4', '4', 'same'],
  ['4', '1', 'differs'],
  ['4', 'star', 'differs'],
  ['ri', 'nc', 'not-compared'],
  ['ri', '4', 'not-compared'],
  ['4', undefined, 'open'],
] as const)('the person at %s and the professionals at %s: %s', (person, professionals, found) => {
  const answers = buildAnswers({ P1: person, ...(professionals ? { Q1: professionals } : {}) })
  expect(comparePair(pair, answers)).toBe(found)
})

it('a subject asked of one side has nothing to be compared with', () => {
  expect(comparePair({ person: pair.person }, buildAnswers({ P1: '4' }))).toBe('one-view')
})
