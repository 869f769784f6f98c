import { expect, test } from 'vitest'
import { applyChange } from '#features/grids/apply-change.ts'

test('a change of one member leaves words that came meanwhile', () => {
  const drawn = { label: 'a', easy: { ask: '', picture: 'talk' } }
  const now = { label: 'b', easy: { ask: 'Mangez-vous bien ?', picture: 'talk' } }
  const after = { ...drawn, easy: { ...drawn.easy, picture: 'meal' } }
  expect(applyChange(now, drawn, after)).toEqual({
    label: 'b',
    easy: { ask: 'Mangez-vous bien ?', picture: 'meal' },
  })
})

test('a member taken off is taken off, and a list changes whole', () => {
  const drawn: { min?: number; codes: readonly string[] } = { min: 1, codes: ['a'] }
  const now = { ...drawn, codes: ['a', 'b'] }
  expect(applyChange(now, drawn, { codes: ['c'] })).toEqual({ codes: ['c'] })
})
