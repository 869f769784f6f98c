import type { Gravity } from './adverse-event.ts'
import { USUAL_BOUNDS, type ZoneBounds } from './risk-scales.ts'

/** Zone of a criticité: acceptable, to watch, not acceptable. */
export type Zone = 'accepted' | 'watch' | 'refused'

interface Criticality {
  readonly value: number
  readonly zone: Zone
}

/**
 * Criticité, gravity times frequency, 1 to 25, and its zone: 1 to 4 acceptable, 5 to 9 to watch, 10
 * to 25 not acceptable, unless the dispositif set other bounds. A gravity of 5 is treated whatever its
 * frequency. Rule R-EI-9: the usual zones, to verify.
 */
export function criticality(
  gravity: Gravity,
  frequency: Gravity,
  { watchFrom, refuseFrom }: ZoneBounds = USUAL_BOUNDS,
): Criticality {
  const value = gravity * frequency
  if (value >= refuseFrom || gravity === 5) return { value, zone: 'refused' }
  return { value, zone: value >= watchFrom ? 'watch' : 'accepted' }
}
