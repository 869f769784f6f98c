import { type Day, day, monthOf } from '../../shared/day.ts'
import { addMonths } from '../../shared/months.ts'
import type { CountedEvent } from './counted-event.ts'

const MONTHS = 12

/**
 * Twelve whole months that end before the month of `today`, the oldest first (`2025-11`…); `back`
 * gives the twelve before. Periods never overlap: two that did would give back, by subtraction, the
 * groups each of them masks (R-EI-41).
 */
export function wholeMonths(today: Day, back: 0 | 1): readonly string[] {
  const first = day(`${monthOf(today)}-01`)
  return Array.from({ length: MONTHS }, (_, index) =>
    monthOf(addMonths(first, index - MONTHS * (back + 1))),
  )
}

/**
 * Of those months, the ones since the home declared its first event. Before, nothing says that one
 * could declare: a zero there would be no count, and six of them would make a shift of the run chart.
 */
export function monthsSinceFirst(
  months: readonly string[],
  events: readonly CountedEvent[],
): readonly string[] {
  const [first] = events.map(({ declaredOn }) => monthOf(declaredOn)).toSorted()
  return first === undefined ? [] : months.filter((month) => month >= first)
}
