// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_BREAKS } from './breaks/all-breaks.ts'
import { ANONYMITY_BREAKS } from './breaks/anonymity-breaks.ts'

test.each([...ALL_BREAKS, ...ANONYMITY_BREAKS])('$name still finds its line', ({ file, find }) => {
  expect(readFileSync(file, 'utf8').split(find)).toHaveLength(2)
})

test('every promise has a break', () => {
  const broken = new Set(ALL_BREAKS.map(({ invariant }) => invariant))
  expect([...broken].sort()).toEqual(['I1', 'I2', 'I3', 'I4', 'I5', 'I6'])
})
