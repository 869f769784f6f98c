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
  expect(said(1, 2, 3, 4, 5)).toEqual(['trend-up 0-4'])
  expect(said(5, 4, 4, 3, 2, 1)).toEqual(['trend-down 0-5'])
  expect(said(1, 2, 3, 4, 4, 4)).toEqual([])
})

test('an empty series has no median, a flat one no signal', () => {
  expect(runChart([])).toEqual({ median: undefined, signals: [] })
  expect(said(3, 3, 3, 3, 3, 3, 3, 3)).toEqual([])
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
