import { addDays, type Day, daysBetween } from '../shared/day.ts'
import type { AdverseEvent } from './adverse-event.ts'

/** Days from the declaration to its triage. An internal target, to verify (R-EI-7). */
const TRIAGE_TARGET_DAYS = 3
/** Days from the declaration to a human answer. An internal target, to verify (R-EI-8). */
export const ANSWER_TARGET_DAYS = 7
/** From here on the delay is shown as pressing. */
const SOON_DAYS = 1

export interface EventDue {
  readonly step: 'triage' | 'answer'
  readonly dueOn: Day
  readonly level: 'far' | 'watch' | 'late'
  /** 0 unless late. */
  readonly daysLate: number
}

/**
 * What is awaited of the home, in whole days from the day of the declaration (R-EI-7, R-EI-8): the
 * triage, then the answer. Nothing once answered, nor for a record that carries no day.
 */
export function eventDue(
  { status, declaredOn }: Pick<AdverseEvent, 'status' | 'declaredOn'>,
  today: Day,
): EventDue | undefined {
  if (!declaredOn || status === 'answered' || status === 'closed') return undefined
  const step = status === 'declared' ? 'triage' : 'answer'
  const dueOn = addDays(declaredOn, step === 'triage' ? TRIAGE_TARGET_DAYS : ANSWER_TARGET_DAYS)
  const daysLeft = daysBetween(today, dueOn)
  return {
    step,
    dueOn,
    level: daysLeft < 0 ? 'late' : daysLeft <= SOON_DAYS ? 'watch' : 'far',
    daysLate: Math.max(0, -daysLeft),
  }
}
