import { countOf } from './checks/check.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** `3 heures`, `2 jours`: a span for a person, rounded down, the largest unit alone. */
export function ageWords(ms: number): string {
  if (ms < MINUTE_MS) return 'moins d’une minute'
  if (ms < HOUR_MS) return countOf(Math.floor(ms / MINUTE_MS), 'minute')
  if (ms < DAY_MS) return countOf(Math.floor(ms / HOUR_MS), 'heure')
  return countOf(Math.floor(ms / DAY_MS), 'jour')
}
