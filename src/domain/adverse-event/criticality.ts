import type { Gravity } from './adverse-event.ts'

/** Zone of a criticité: acceptable, to watch, not acceptable. */
export type Zone = 'accepted' | 'watch' | 'refused'

interface Criticality {
  readonly value: number
  readonly zone: Zone
}

/**
 * Criticité, gravity times frequency, 1 to 25, and its zone: 1 to 4 acceptable, 5 to 9 to watch, 10
 * to 25 not acceptable. A gravity of 5 is treated whatever its frequency. Rule R-EI-9: the usual
 * zones, to verify.
 */
export function criticality(gravity: Gravity, frequency: Gravity): Criticality {
  const value = gravity * frequency
  if (value >= 10 || gravity === 5) return { value, zone: 'refused' }
  return { value, zone: value >= 5 ? 'watch' : 'accepted' }
}
