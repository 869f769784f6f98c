import { type Day, parseDay } from '../shared/day.ts'
import { type RecordId, recordId, type SiteId, siteId } from '../shared/ids.ts'
import { codeField, type Fields, fieldsBelow, numberField, textField } from '../shared/json.ts'

export const VISIT_STATUSES = ['planned', 'done', 'cancelled'] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]

/**
 * A stop of the officer at a home (« escale »). Fields of its record: `day`, `startsAt` (`08:30`),
 * `days` (0.5 or 1), `status`, `missions.<code>` true (M1 to M12 of the call for projects),
 * `note`.
 */
export interface Visit {
  readonly id: RecordId
  readonly site: SiteId
  readonly day: Day | undefined
  readonly startsAt: string
  /** Share of a day spent there: 0.5 or 1. */
  readonly days: number
  readonly status: VisitStatus
  readonly missions: readonly string[]
  readonly note: string
}

export function readVisit(id: string, site: string, fields: Fields): Visit {
  return {
    id: recordId(id),
    site: siteId(site),
    day: parseDay(textField(fields, 'day')),
    startsAt: textField(fields, 'startsAt'),
    days: numberField(fields, 'days') ?? 1,
    status: codeField(fields, 'status', VISIT_STATUSES, 'planned'),
    missions: [...fieldsBelow(fields, 'missions.').keys()].sort(),
    note: textField(fields, 'note'),
  }
}
