import type { IndicatorValue } from '../../indicator/indicator-value.ts'
import type { RecordId } from '../../shared/ids.ts'

/** Occupancy rate of the CPOM guide: its numerator is the days of presence of the period. */
export const PRESENCE_INDICATOR = 'i-25'

/**
 * Days of presence (« journées ») of a home in a month. They are said once, as the numerator of the
 * occupancy rate (i-25): two places would end by saying two things. `disagree`: two people entered
 * the month without seeing each other, so no rate until one of them settles it (R-EI-40).
 */
export type PresenceDays =
  | { readonly kind: 'missing' }
  | { readonly kind: 'known'; readonly days: number; readonly records: readonly RecordId[] }
  | { readonly kind: 'disagree'; readonly records: readonly RecordId[] }

/** Of one home's indicator values, the days of a month (`2026-11`). Zero or less is no day at all. */
export function presenceDays(values: readonly IndicatorValue[], month: string): PresenceDays {
  const said = values.filter(
    ({ indicator, period }) => indicator === PRESENCE_INDICATOR && period === month,
  )
  const records = said.map(({ id }) => id)
  const [days, ...others] = new Set(
    said.flatMap(({ numerator }) => (numerator !== undefined && numerator > 0 ? [numerator] : [])),
  )
  if (days === undefined) return { kind: 'missing' }
  return others.length > 0 ? { kind: 'disagree', records } : { kind: 'known', days, records }
}
