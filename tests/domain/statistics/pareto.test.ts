import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median } from '#domain/statistics/median.ts'
import { pareto } from '#domain/statistics/pareto.ts'

test('non-conformities are ranked from the most frequent, with what they make together', () => {
  const rows = pareto([
    { id: 'C1', count: 3 },
    { id: 'C2', count: 0 },
    { id: 'C3', count: 12 },
    { id: 'C4', count: 5 },
  ])
  expect(rows).toEqual([
    { id: 'C3', count: 12, cumulated: 0.6, vital: true },
    { id: 'C4', count: 5, cumulated: 0.85, vital: true },
    { id: 'C1', count: 3, cumulated: 1, vital: false },
  ])
})

test('equal counts keep the order they came in', () => {
  const ids = pareto(['b', 'a', 'c'].map((id) => ({ id, count: 2 }))).map(({ id }) => id)
  expect(ids).toEqual(['b', 'a', 'c'])
})

test('the rows said vital are the fewest that make at least four fifths', () => {
  const counts = fc.array(fc.nat(50), { maxLength: 20 })
  fc.assert(
    fc.property(counts, (values) => {
      const rows = pareto(values.map((count, at) => ({ id: `${at}`, count })))
      const total = values.reduce((sum, count) => sum + count, 0)
      const fewest = [...values].sort((a, b) => b - a)
      const needed = fewest.findIndex(
        (_, at) => fewest.slice(0, at + 1).reduce((sum, each) => sum + each, 0) * 5 >= total * 4,
      )
      const vital = rows.filter((row) => row.vital).length
      expect(vital).toBe(total === 0 ? 0 : needed + 1)
    }),
  )
})

test('the median of delays is the middle one, or half-way between the two in the middle', () => {
  expect(median([9, 1, 4])).toBe(4)
  expect(median([9, 1, 4, 6])).toBe(5)
  expect(median([7])).toBe(7)
  expect(median([])).toBeUndefined()
})

test('as many values lie above the median as below it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const above = values.filter((value) => value > middle).length
      const below = values.filter((value) => value < middle).length
      expect(Math.max(above, below) * 2).toBeLessThanOrEqual(values.length)
    }),
  )
})
