import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcombe, wilson } from '#domain/shared/rate.ts'

const percent = (share: number | undefined) => Math.round((share ?? Number.NaN) * 1000) / 10

test.each([
  [8, 10, 49.0, 94.3],
  [24, 30, 62.7, 90.5],
  [27, 30, 74.4, 96.5],
  [30, 30, 88.6, 100],
  [0, 30, 0, 11.4],
  [64, 80, 70.0, 87.3],
])('%i out of %i gives the interval of the field table', (k, n, low, high) => {
  const interval = wilson(k, n)
  expect([percent(interval?.low), percent(interval?.high)]).toEqual([low, high])
})

test('nothing observed has no interval', () => {
  expect(wilson(0, 0)).toBeUndefined()
})

test('the interval holds the rate and stays between 0 and 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, some) => {
      const k = Math.min(some, n)
      const interval = wilson(k, n) ?? { low: 2, high: -2 }
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeLessThanOrEqual(1)
      expect(interval.low).toBeLessThanOrEqual(k / n)
      expect(interval.high).toBeGreaterThanOrEqual(k / n)
    }),
  )
})

test('from 18 to 24 files out of 30 the gain is not proven; to 27 it is', () => {
  const toward24 = newcombe({ k: 18, n: 30 }, { k: 24, n: 30 })
  expect([percent(toward24?.low), percent(toward24?.high), toward24?.proven]).toEqual([
    -3.2,
    40.6,
    false,
  ])
  const toward27 = newcombe({ k: 18, n: 30 }, { k: 27, n: 30 })
  expect([percent(toward27?.low), percent(toward27?.high), toward27?.proven]).toEqual([
    8.1,
    48.9,
    true,
  ])
})
