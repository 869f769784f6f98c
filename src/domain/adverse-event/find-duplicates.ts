import { type Day, daysBetween } from '../shared/day.ts'
import type { AdverseEvent } from './adverse-event.ts'

/** « Near day »: facts of the evening are often declared by the night and again in the morning. */
const NEAR_DAYS = 1

/**
 * Other declarations that may tell the same facts: same home, same family, a day apart at most, not
 * themselves set aside (R-EI-16, our reading). The nearest first, then those of the same unit. It
 * suggests; a person decides, and nothing is merged nor erased.
 */
export function findDuplicates(
  event: AdverseEvent,
  events: readonly AdverseEvent[],
): readonly AdverseEvent[] {
  const on = dayOf(event)
  if (!on) return []
  return events
    .filter(
      (other) =>
        other.id !== event.id &&
        other.site === event.site &&
        other.family === event.family &&
        other.duplicateOf === '',
    )
    .map((other) => ({ other, apart: distance(on, dayOf(other)) }))
    .filter(({ apart }) => apart <= NEAR_DAYS)
    .sort(
      (a, b) =>
        a.apart - b.apart ||
        Number(b.other.unit === event.unit) - Number(a.other.unit === event.unit) ||
        a.other.reference.localeCompare(b.other.reference),
    )
    .map(({ other }) => other)
}

function dayOf({ occurredOn, declaredOn }: AdverseEvent): Day | undefined {
  return occurredOn ?? declaredOn
}

function distance(from: Day, to: Day | undefined): number {
  return to ? Math.abs(daysBetween(from, to)) : Number.POSITIVE_INFINITY
}
