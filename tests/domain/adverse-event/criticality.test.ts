import { expect, test } from 'vitest'
import { criticality } from '#domain/adverse-event/criticality.ts'

test.each([
  [1, 1, 1, 'accepted'],
  [4, 1, 4, 'accepted'],
  [1, 5, 5, 'watch'],
  [3, 3, 9, 'watch'],
  [2, 5, 10, 'refused'],
  [4, 3, 12, 'refused'],
  [5, 5, 25, 'refused'],
] as const)(
  'gravity %i, frequency %i: criticité %i, %s (R-EI-9)',
  (gravity, frequency, value, zone) => {
    expect(criticality(gravity, frequency)).toEqual({ value, zone })
  },
)

test('a gravity of 5 is treated however rare it is', () => {
  expect(criticality(5, 1)).toEqual({ value: 5, zone: 'refused' })
})
