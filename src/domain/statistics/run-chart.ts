import { median } from './median.ts'

/** Points on end that a rule points at; indexes in the series, both ends included. */
export interface Signal {
  readonly kind: 'shift-up' | 'shift-down' | 'trend-up' | 'trend-down'
  readonly from: number
  readonly to: number
}

export interface RunChart {
  /** Undefined of an empty series. */
  readonly median: number | undefined
  readonly signals: readonly Signal[]
  /** Fewer than ten points: they are drawn, the rules are not read. */
  readonly isShort: boolean
}

const LEAST_POINTS = 10
const SHIFT_POINTS = 6
const TREND_POINTS = 5

/**
 * A run chart read by two of its rules (R-RUN-1; Perla, Provost and Murray, BMJ Quality & Safety 2011,
 * 20:46-51): a shift is six points or more on end on one side of the median, those on the median being
 * passed over; a trend is five points or more on end all going up, or all down, equal neighbours
 * counting once. Under ten points no rule is read: chance alone makes such runs.
 */
export function runChart(values: readonly number[]): RunChart {
  const middle = median(values)
  const isShort = values.length < LEAST_POINTS
  if (middle === undefined || isShort) return { median: middle, signals: [], isShort }
  return { median: middle, signals: [...shifts(values, middle), ...trends(values)], isShort }
}

function shifts(values: readonly number[], middle: number): Signal[] {
  const off = values.flatMap((value, index) =>
    value === middle ? [] : [{ index, side: value > middle ? 1 : -1 }],
  )
  return runsOf(off, (a, b) => a.side === b.side)
    .filter((run) => run.length >= SHIFT_POINTS)
    .map((run) => signal(run[0]?.side === 1 ? 'shift-up' : 'shift-down', run))
}

function trends(values: readonly number[]): Signal[] {
  const points = values
    .map((value, index) => ({ index, value }))
    .filter(({ index, value }) => index === 0 || value !== values[index - 1])
  const found: Signal[] = []
  for (const way of [1, -1]) {
    for (const run of runsOf(points, (a, b) => Math.sign(b.value - a.value) === way)) {
      if (run.length >= TREND_POINTS) found.push(signal(way === 1 ? 'trend-up' : 'trend-down', run))
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function signal(kind: Signal['kind'], run: readonly { readonly index: number }[]): Signal {
  return { kind, from: run[0]?.index ?? 0, to: run.at(-1)?.index ?? 0 }
}

/** Cuts a list where two neighbours do not go together. */
function runsOf<T>(items: readonly T[], together: (a: T, b: T) => boolean): T[][] {
  const runs: T[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before !== undefined && together(before, item)) last.push(item)
    else runs.push([item])
  }
  return runs
}
