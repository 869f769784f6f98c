import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newcombe, wilson } from '#domain/statistics/rate.ts'
import { scoreInterval } from './independent.ts'

const percent = (share: number | undefined) => Math.round((share ?? Number.NaN) * 1000) / 10

/** k out of n, n from 1 to 500. */
const proportions = fc
  .integer({ min: 1, max: 500 })
  .chain((n) => fc.record({ n: fc.constant(n), k: fc.nat(n) }))

describe('interval of a rate (Wilson)', () => {
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

  // Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven
  // methods. Statistics in Medicine 1998; 17: 857-872, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i out of %i gives the interval published by Newcombe', (k, n, low, high) => {
    const interval = wilson(k, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  test('nothing observed has no interval', () => {
    expect(wilson(0, 0)).toBeUndefined()
  })

  test('the interval holds the rate and stays between 0 and 1', () => {
    fc.assert(
      fc.property(proportions, ({ k, n }) => {
        const interval = wilson(k, n) ?? { low: 2, high: -2 }
        expect(interval.low).toBeGreaterThanOrEqual(0)
        expect(interval.high).toBeLessThanOrEqual(1)
        expect(interval.low).toBeLessThanOrEqual(k / n)
        expect(interval.high).toBeGreaterThanOrEqual(k / n)
      }),
    )
  })

  test('its bounds are the rates from which the one observed is 1.96 standard errors away', () => {
    fc.assert(
      fc.property(proportions, ({ k, n }) => {
        const interval = wilson(k, n)
        const [low, high] = scoreInterval(k, n, 1.96)
        expect(interval?.low).toBeCloseTo(low, 9)
        expect(interval?.high).toBeCloseTo(high, 9)
      }),
    )
  })

  test('« oui » and « non » exchanged, the interval is its own mirror', () => {
    fc.assert(
      fc.property(proportions, ({ k, n }) => {
        expect(wilson(n - k, n)?.low).toBeCloseTo(1 - (wilson(k, n)?.high ?? Number.NaN), 12)
      }),
    )
  })
})

describe('interval of the gain between two rounds (Newcombe)', () => {
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

  // Newcombe RG. Interval estimation for the difference between independent proportions: comparison
  // of eleven methods. Statistics in Medicine 1998; 17: 873-890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i less %i/%i gives the interval published by Newcombe', (k, n, k0, n0, low, high) => {
    const difference = newcombe({ k: k0, n: n0 }, { k, n })
    expect(difference?.gain).toBeCloseTo(k / n - k0 / n0, 12)
    // The table has z to six figures, the product 1.96: less than one ten-thousandth apart.
    expect(Math.abs((difference?.low ?? Number.NaN) - low)).toBeLessThan(1e-4)
    expect(Math.abs((difference?.high ?? Number.NaN) - high)).toBeLessThan(1e-4)
  })

  test('its bounds are those of score intervals found by halving, squared and added', () => {
    fc.assert(
      fc.property(proportions, proportions, (first, second) => {
        const [low1, high1] = scoreInterval(first.k, first.n, 1.96)
        const [low2, high2] = scoreInterval(second.k, second.n, 1.96)
        const p1 = first.k / first.n
        const p2 = second.k / second.n
        const difference = newcombe(first, second)
        expect(difference?.low).toBeCloseTo(p2 - p1 - Math.hypot(p2 - low2, high1 - p1), 9)
        expect(difference?.high).toBeCloseTo(p2 - p1 + Math.hypot(high2 - p2, p1 - low1), 9)
      }),
    )
  })

  test('rounds exchanged, the gain changes sign and the interval turns over', () => {
    fc.assert(
      fc.property(proportions, proportions, (first, second) => {
        const there = newcombe(first, second)
        const back = newcombe(second, first)
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 12)
        expect(there?.proven).toBe(back?.proven)
      }),
    )
  })

  test('a round without a file has no gain', () => {
    expect(newcombe({ k: 0, n: 0 }, { k: 3, n: 10 })).toBeUndefined()
  })
})
