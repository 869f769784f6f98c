import { type Day, daysBetween, parseDay } from '../shared/day.ts'
import { type RecordId, recordId, type SiteId, siteId } from '../shared/ids.ts'
import { codeField, type Fields, textField } from '../shared/json.ts'

/** À faire, en cours, réalisée, effet mesuré, abandonnée. « En retard » is computed, never stored. */
export const ACTION_STATUSES = ['todo', 'doing', 'done', 'measured', 'dropped'] as const
export type ActionStatus = (typeof ACTION_STATUSES)[number]

/** Where an action comes from: the PACQ gathers them all (domain page « programme », §2). */
export const ACTION_SOURCES = [
  'audit',
  'epp',
  'tracer',
  'adverse-event',
  'complaint',
  'evaluation',
  'cpom',
  'other',
] as const
export type ActionSource = (typeof ACTION_SOURCES)[number]

/**
 * A line of the PACQ. Fields of its record: `title`, `finding`, `source`, `sourceRecord`,
 * `sourceQuestion`, `imperatif`, `pilot` (a function), `createdOn`, `dueOn`, `status`, `doneOn`,
 * `effect`, `number`.
 */
export interface Action {
  readonly id: RecordId
  readonly site: SiteId
  /** « 2026-014 » when the home gave it one. */
  readonly number: string
  readonly title: string
  readonly finding: string
  readonly source: ActionSource
  readonly sourceRecord: string
  readonly sourceQuestion: string
  readonly imperatif: string
  readonly pilot: string
  readonly createdOn: Day | undefined
  readonly dueOn: Day | undefined
  readonly status: ActionStatus
  readonly doneOn: Day | undefined
  /** What was measured afterwards, in words: « 6 sur 10, puis 10 sur 10 ». */
  readonly effect: string
}

export function readAction(id: string, site: string, fields: Fields): Action {
  return {
    id: recordId(id),
    site: siteId(site),
    number: textField(fields, 'number'),
    title: textField(fields, 'title'),
    finding: textField(fields, 'finding'),
    source: codeField(fields, 'source', ACTION_SOURCES, 'other'),
    sourceRecord: textField(fields, 'sourceRecord'),
    sourceQuestion: textField(fields, 'sourceQuestion'),
    imperatif: textField(fields, 'imperatif'),
    pilot: textField(fields, 'pilot'),
    createdOn: parseDay(textField(fields, 'createdOn')),
    dueOn: parseDay(textField(fields, 'dueOn')),
    status: codeField(fields, 'status', ACTION_STATUSES, 'todo'),
    doneOn: parseDay(textField(fields, 'doneOn')),
    effect: textField(fields, 'effect'),
  }
}

export function isOpen(status: ActionStatus): boolean {
  return status === 'todo' || status === 'doing'
}

/** Days late: the due day has passed and the action is neither done nor dropped (R-PAC-1). 0 else. */
export function daysLate(action: Pick<Action, 'status' | 'dueOn'>, today: Day): number {
  if (!action.dueOn || !isOpen(action.status)) return 0
  return Math.max(0, daysBetween(action.dueOn, today))
}
