import { type Action, readAction } from '#domain/action-plan/action.ts'
import { type AdverseEvent, readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { type Filling, readFilling } from '#domain/filling/filling.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import { readVisit, type Visit } from '#domain/site/visit.ts'

export type FillingKind = 'audit' | 'epp' | 'tracer'

export interface HomeFilling {
  readonly kind: FillingKind
  readonly filling: Filling
  /** As recorded: what a figure is projected from. */
  readonly fields: Fields
}

/** A home with all this device may read of it. */
export interface HomeView {
  readonly site: Site
  readonly fillings: readonly HomeFilling[]
  readonly actions: readonly Action[]
  readonly events: readonly AdverseEvent[]
  readonly visits: readonly Visit[]
}

interface Row {
  readonly id: string
  readonly scope: string
  readonly fields: Fields
}

export interface HomeRecords {
  readonly sites: readonly Row[]
  readonly audits: readonly Row[]
  readonly epps: readonly Row[]
  readonly tracers: readonly Row[]
  readonly actions: readonly Row[]
  readonly events: readonly Row[]
  readonly visits: readonly Row[]
}

/** The homes among `ids`, in alphabetical order: nobody is ranked. */
export function buildHomes(records: HomeRecords, ids: readonly string[]): readonly HomeView[] {
  return records.sites
    .map(({ id, fields }) => readSite(id, fields))
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    .map((site) => {
      const here = (rows: readonly Row[]) => rows.filter(({ scope }) => scope === site.id)
      const filled = (kind: FillingKind, rows: readonly Row[]) =>
        here(rows).map(({ id, scope, fields }) => ({
          kind,
          fields,
          filling: readFilling(id, scope, fields),
        }))
      return {
        site,
        fillings: [
          ...filled('audit', records.audits),
          ...filled('epp', records.epps),
          ...filled('tracer', records.tracers),
        ],
        actions: here(records.actions).map(({ id, scope, fields }) =>
          readAction(id, scope, fields),
        ),
        events: here(records.events).map(({ id, scope, fields }) =>
          readAdverseEvent(id, scope, fields),
        ),
        visits: here(records.visits).map(({ id, scope, fields }) => readVisit(id, scope, fields)),
      }
    })
}
