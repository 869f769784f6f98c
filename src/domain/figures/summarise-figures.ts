import { ACTION_STATUSES, daysLate, isOpen } from '../action-plan/action.ts'
import { EVENT_STATUSES, type Gravity, isOpenEvent } from '../adverse-event/adverse-event.ts'
import type { RecordType } from '../record-types.ts'
import { type Day, parseDay } from '../shared/day.ts'
import type { SiteId } from '../shared/ids.ts'
import { codeField, type Fields, numberField, textField } from '../shared/json.ts'

/** A figure record as the replica gives it, with the home it belongs to. */
export interface FigureRow {
  readonly site: SiteId
  readonly type: RecordType
  readonly fields: Fields
}

/** Events that count: one set aside as the duplicate of another is not counted twice (R-EI-16). */
export function eventsThatCount(rows: readonly FigureRow[]): readonly FigureRow[] {
  return rows.filter(({ type, fields }) => type === 'event-figure' && fields.duplicate !== true)
}

/** Events not closed, by gravity (settled, else proposed: R-EI-2). Every level is there, even at 0. */
export function openEventsByGravity(rows: readonly FigureRow[]): Record<Gravity, number> {
  const counts: Record<Gravity, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  for (const { fields } of openEvents(rows)) {
    const level = gravityField(fields)
    if (level) counts[level] += 1
  }
  return counts
}

/** Actions past their due day, the latest of all first, with how many days (R-PAC-1). */
export function lateActions(
  rows: readonly FigureRow[],
  today: Day,
): readonly (FigureRow & { readonly daysLate: number })[] {
  return rows
    .filter(({ type }) => type === 'action-figure')
    .map((row) => ({ ...row, daysLate: lateness(row.fields, today) }))
    .filter((row) => row.daysLate > 0)
    .sort((a, b) => b.daysLate - a.daysLate)
}

/** What one home did and owes. Counts only, so that homes may be added and compared. */
export interface SiteCounts {
  readonly site: SiteId
  /** Closed within the period. */
  readonly audits: number
  readonly epps: number
  readonly tracers: number
  /** Declared within the period. */
  readonly events: number
  readonly nearMisses: number
  /** Not closed today, whatever their date. */
  readonly openEvents: number
  /** Among them, gravity 3 and above. */
  readonly openSerious: number
  readonly openActions: number
  readonly doneActions: number
  readonly lateActions: number
  /** Days spent there within the period, visits done. */
  readonly visitDays: number
}

/**
 * Counts of each home, in the order of `sites`. Audits are dated by the day they were held, events by
 * the day they were declared, both ends of the period included. R-FIG-3.
 */
export function countsBySite(
  sites: readonly SiteId[],
  rows: readonly FigureRow[],
  period: { readonly from: Day; readonly to: Day },
): readonly SiteCounts[] {
  const within = (fields: Fields, name: string) => {
    const on = parseDay(textField(fields, name))
    return on !== undefined && on >= period.from && on <= period.to
  }
  return sites.map((site) => {
    const here = rows.filter((row) => row.site === site)
    const ofType = (type: RecordType) =>
      here.filter((row) => row.type === type).map(({ fields }) => fields)
    const fillings = ofType('filling-figure').filter(
      (fields) => fields.status === 'closed' && within(fields, 'heldOn'),
    )
    const declared = eventsThatCount(here)
      .map(({ fields }) => fields)
      .filter((fields) => within(fields, 'declaredOn'))
    const open = openEvents(here)
    const actions = ofType('action-figure')
    const statuses = actions.map((fields) => codeField(fields, 'status', ACTION_STATUSES, 'todo'))
    return {
      site,
      audits: fillings.filter(({ kind }) => kind === 'audit').length,
      epps: fillings.filter(({ kind }) => kind === 'epp').length,
      tracers: fillings.filter(({ kind }) => kind === 'tracer').length,
      events: declared.length,
      nearMisses: declared.filter(({ nearMiss }) => nearMiss === true).length,
      openEvents: open.length,
      openSerious: open.filter(({ fields }) => (gravityField(fields) ?? 0) >= 3).length,
      openActions: statuses.filter(isOpen).length,
      doneActions: statuses.filter((status) => status === 'done' || status === 'measured').length,
      lateActions: actions.filter((fields) => lateness(fields, period.to) > 0).length,
      visitDays: ofType('visit-figure')
        .filter((fields) => fields.status === 'done' && within(fields, 'day'))
        .reduce((sum, fields) => sum + (numberField(fields, 'days') ?? 0), 0),
    }
  })
}

function openEvents(rows: readonly FigureRow[]): readonly FigureRow[] {
  return eventsThatCount(rows).filter(({ fields }) =>
    isOpenEvent(codeField(fields, 'status', EVENT_STATUSES, 'declared')),
  )
}

function lateness(fields: Fields, today: Day): number {
  return daysLate(
    {
      status: codeField(fields, 'status', ACTION_STATUSES, 'todo'),
      dueOn: parseDay(textField(fields, 'dueOn')),
    },
    today,
  )
}

function gravityField(fields: Fields): Gravity | undefined {
  const value = numberField(fields, 'gravity')
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : undefined
}
