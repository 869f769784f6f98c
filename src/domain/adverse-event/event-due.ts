import { addDays, type Day, daysBetween } from '../shared/day.ts'
import { addMonths } from '../shared/months.ts'
import type { AdverseEvent } from './adverse-event.ts'

/** Days from the declaration to its triage. An internal target, to verify (R-EI-7). */
const TRIAGE_TARGET_DAYS = 3
/** Days from the declaration to a human answer. An internal target, to verify (R-EI-8). */
export const ANSWER_TARGET_DAYS = 7
/** From the declaration to its closing. An internal target, to verify (R-EI-17). */
const CLOSING_TARGET_MONTHS = 3
/** From here on the delay is shown as pressing. */
const SOON_DAYS = { triage: 1, answer: 1, closing: 14 } as const

export interface EventDue {
  readonly step: 'triage' | 'answer' | 'closing'
  readonly dueOn: Day
  readonly level: 'far' | 'watch' | 'late'
  /** 0 unless late. */
  readonly daysLate: number
}

/**
 * What is awaited of the home, counted from the day of the declaration (R-EI-7, R-EI-8, R-EI-17): the
 * triage, the answer, then the closing. Nothing once closed, nor for a record that carries no day.
 */
export function eventDue(
  { status, declaredOn }: Pick<AdverseEvent, 'status' | 'declaredOn'>,
  today: Day,
): EventDue | undefined {
  if (!declaredOn || status === 'closed') return undefined
  const step = status === 'declared' ? 'triage' : status === 'answered' ? 'closing' : 'answer'
  const dueOn = {
    triage: addDays(declaredOn, TRIAGE_TARGET_DAYS),
    answer: addDays(declaredOn, ANSWER_TARGET_DAYS),
    closing: addMonths(declaredOn, CLOSING_TARGET_MONTHS),
  }[step]
  const daysLeft = daysBetween(today, dueOn)
  return {
    step,
    dueOn,
    level: daysLeft < 0 ? 'late' : daysLeft <= SOON_DAYS[step] ? 'watch' : 'far',
    daysLate: Math.max(0, -daysLeft),
  }
}
