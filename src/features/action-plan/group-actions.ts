import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import { addDays, type Day } from '#domain/shared/day.ts'

/** « Avant le … » of the plan looks two weeks ahead: the time between two visits of the officer. */
const SOON_DAYS = 14

export const GROUPS = ['late', 'soon', 'later', 'done', 'dropped'] as const
export type ActionGroup = (typeof GROUPS)[number]

export function soonUntil(today: Day): Day {
  return addDays(today, SOON_DAYS)
}

function groupOf(action: Action, today: Day): ActionGroup {
  if (action.status === 'dropped') return 'dropped'
  if (!isOpen(action.status)) return 'done'
  if (daysLate(action, today) > 0) return 'late'
  return action.dueOn && action.dueOn <= soonUntil(today) ? 'soon' : 'later'
}

/**
 * The plan in reading order: the longest late first, then by due day (those without one last), the
 * done ones from the latest. « En retard » is computed from the day, never read from the record.
 */
export function groupActions(
  actions: readonly Action[],
  today: Day,
): Readonly<Record<ActionGroup, readonly Action[]>> {
  const groups: Record<ActionGroup, Action[]> = {
    late: [],
    soon: [],
    later: [],
    done: [],
    dropped: [],
  }
  for (const action of actions) groups[groupOf(action, today)].push(action)
  for (const name of ['late', 'soon', 'later'] as const) groups[name].sort(byDue)
  groups.done.sort((a, b) => (b.doneOn ?? '').localeCompare(a.doneOn ?? ''))
  groups.dropped.sort(byDue)
  return groups
}

function byDue(a: Action, b: Action): number {
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.title.localeCompare(b.title)
}
