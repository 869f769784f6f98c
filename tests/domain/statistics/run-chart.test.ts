import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runChart } from '#domain/statistics/run-chart.ts'

const said = (...values: number[]) =>
  runChart(values).signals.map(({ kind, from, to }) => `${kind} ${from}-${to}`)

test('six points on one side of the median are a shift, five are not', () => {
  expect(said(1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8)).toEqual(['shift-down 0-5', 'shift-up 6-11'])
  expect(said(1, 2, 1, 2, 1, 9, 8, 9, 8, 9)).toEqual([])
})

test('points on the median are passed over: they neither make nor break a shift', () => {
  // Median 5.
  expect(said(7, 8, 5, 7, 8, 5, 7, 8, 1, 2, 1, 5, 2, 1, 2)).toContain('shift-up 0-7')
})

test('five points all going up or down are a trend, equal neighbours count once', () => {
  const flat = [3, 3, 3, 3, 3]
  expect(said(...flat, 1, 2, 3, 4, 5)).toEqual(['trend-up 5-9'])
  expect(said(...flat, 5, 4, 4, 3, 2, 1)).toEqual(['trend-down 5-10'])
  expect(said(...flat, 1, 2, 3, 4, 4, 4)).toEqual([])
})

test('an empty series has no median, a flat one no signal', () => {
  expect(runChart([])).toEqual({ median: undefined, signals: [], isShort: true })
  expect(said(3, 3, 3, 3, 3, 3, 3, 3, 3, 3)).toEqual([])
})

test('under ten points the median is given and no rule is read', () => {
  expect(runChart([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ median: 5, signals: [], isShort: true })
  expect(runChart([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toMatchObject({ median: 5.5, isShort: false })
})

/** Read otherwise: every stretch of the series is tried, and the widest kept. */
function signalsByHand(values: readonly number[]): readonly string[] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? 0
  const half = sorted.length / 2
  const middle = sorted.length % 2 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2
  const found: { kind: string; from: number; to: number }[] = []
  for (let from = 0; from < values.length; from++)
    for (let to = from; to < values.length; to++) {
      const stretch = values.slice(from, to + 1)
      const off = stretch.filter((value) => value !== middle)
      const ends = stretch.at(0) !== middle && stretch.at(-1) !== middle
      if (ends && off.length >= 6) {
        if (off.every((value) => value > middle)) found.push({ kind: 'shift-up', from, to })
        if (off.every((value) => value < middle)) found.push({ kind: 'shift-down', from, to })
      }
      // An equal neighbour adds nothing: a trend begins and ends where the value changes.
      const points = stretch.filter((value, index) => index === 0 || value !== stretch[index - 1])
      const fresh = (index: number) => index === 0 || values[index] !== values[index - 1]
      if (points.length < 5 || !fresh(from) || !fresh(to)) continue
      const steps = points.slice(1).map((value, index) => value - (points[index] ?? 0))
      if (steps.every((step) => step > 0)) found.push({ kind: 'trend-up', from, to })
      if (steps.every((step) => step < 0)) found.push({ kind: 'trend-down', from, to })
    }
  return found
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other !== one &&
            other.kind === one.kind &&
            other.from <= one.from &&
            other.to >= one.to,
        ),
    )
    .map(({ kind, from, to }) => `${kind} ${from}-${to}`)
    .toSorted()
}

test('says what a reader finds who tries every stretch of the series', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 10, maxLength: 24 }),
      (values) => {
        expect(said(...values).toSorted()).toEqual(signalsByHand(values))
      },
    ),
    { numRuns: 400, seed: 5 },
  )
})

test('the chart turned upside down says the same, the other way', () => {
  const turned = {
    'shift-up': 'shift-down',
    'shift-down': 'shift-up',
    'trend-up': 'trend-down',
    'trend-down': 'trend-up',
  } as const
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (values) => {
      const up = runChart(values).signals.map((each) => ({ ...each, kind: turned[each.kind] }))
      const down = runChart(values.map((value) => -value)).signals
      const key = (each: { kind: string; from: number; to: number }) =>
        `${each.from} ${each.to} ${each.kind}`
      expect(down.map(key).sort()).toEqual(up.map(key).sort())
    }),
    { numRuns: 100, seed: 5 },
  )
})
