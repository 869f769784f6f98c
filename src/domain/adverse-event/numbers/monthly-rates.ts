import { monthOf } from '../../shared/day.ts'
import type { CountedEvent } from './counted-event.ts'

const PER_DAYS = 1000
/** Below that many events a rate says little: counts alone (the bar of R-EPP-5). */
const LEAST_FOR_RATE = 10

export interface MonthRate {
  /** `2026-11`. */
  readonly month: string
  readonly events: number
  /** Days of presence; undefined when nobody entered them. */
  readonly days: number | undefined
  /** Events for a thousand days of presence, not rounded; undefined with `days`. */
  readonly rate: number | undefined
}

/** Events declared each month for 1,000 days of presence (R-EI-40): the day declared says the month. */
export function monthlyRates(
  events: readonly CountedEvent[],
  months: readonly string[],
  daysOf: (month: string) => number | undefined,
): readonly MonthRate[] {
  return months.map((month) => {
    const count = events.filter(({ declaredOn }) => monthOf(declaredOn) === month).length
    const days = daysOf(month)
    return { month, events: count, days, rate: days && (count / days) * PER_DAYS }
  })
}

/**
 * The whole period: sum of the events over sum of the days, which is not the mean of the months.
 * `incomplete` when a month has no days: a rate over the others would be read as one over all.
 */
export type PeriodRate =
  | { readonly kind: 'incomplete'; readonly events: number; readonly missing: number }
  | { readonly kind: 'too-small'; readonly events: number; readonly days: number }
  | {
      readonly kind: 'rated'
      readonly events: number
      readonly days: number
      readonly rate: number
    }

export function periodRate(months: readonly MonthRate[]): PeriodRate {
  const events = months.reduce((sum, month) => sum + month.events, 0)
  const missing = months.filter(({ days }) => days === undefined).length
  if (missing > 0) return { kind: 'incomplete', events, missing }
  const days = months.reduce((sum, month) => sum + (month.days ?? 0), 0)
  if (events < LEAST_FOR_RATE) return { kind: 'too-small', events, days }
  return { kind: 'rated', events, days, rate: (events / days) * PER_DAYS }
}
