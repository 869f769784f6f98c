import type { IndicatorValue } from '#domain/indicator/indicator-value.ts'

/** One indicator, with the last value of each home that has one, in alphabetical order of homes. */
export interface LatestIndicator {
  readonly code: string
  readonly values: readonly IndicatorValue[]
}

export function latestIndicators(
  values: readonly IndicatorValue[],
  names: ReadonlyMap<string, string>,
): readonly LatestIndicator[] {
  const byCode = new Map<string, Map<string, IndicatorValue>>()
  for (const value of values) {
    if (saysNothing(value)) continue
    const homes = byCode.get(value.indicator) ?? new Map<string, IndicatorValue>()
    const known = homes.get(value.site)
    if (!known || value.period > known.period) homes.set(value.site, value)
    byCode.set(value.indicator, homes)
  }
  return [...byCode]
    .map(([code, homes]) => ({
      code,
      values: [...homes.values()].sort((a, b) =>
        (names.get(a.site) ?? '').localeCompare(names.get(b.site) ?? '', 'fr'),
      ),
    }))
    .sort((a, b) => a.code.localeCompare(b.code, 'fr', { numeric: true }))
}

/** Days of presence entered alone, without the capacity: no occupancy yet, the month before still stands. */
function saysNothing({ value, numerator, denominator }: IndicatorValue): boolean {
  return value === undefined && (numerator === undefined || !denominator)
}

/** How many homes have reached their own target, of those that have one; a ratio needs its n. */
export function reachedTargets(values: readonly IndicatorValue[]): {
  readonly reached: number
  readonly total: number
} {
  const aimed = values.flatMap(({ value, numerator, denominator, target }) => {
    if (target === undefined) return []
    if (value !== undefined) return [value >= target]
    return numerator === undefined || !denominator ? [] : [numerator / denominator >= target]
  })
  return { reached: aimed.filter(Boolean).length, total: aimed.length }
}
