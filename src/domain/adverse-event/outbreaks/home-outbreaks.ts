import type { Day } from '../../shared/day.ts'
import type { RecordId, SiteId } from '../../shared/ids.ts'
import type { AdverseEvent } from '../adverse-event.ts'
import { setAsideEvents } from '../set-aside.ts'
import { findOutbreaks } from './find-outbreaks.ts'
import { OUTBREAK_KINDS, OUTBREAK_THRESHOLDS, type OutbreakKind } from './outbreak-thresholds.ts'

/** What an event takes part in: the day its home reached the threshold, and the events counted. */
export interface EventOutbreak {
  readonly kind: OutbreakKind
  readonly metOn: Day
  readonly cases: number
  readonly events: readonly RecordId[]
}

/** Chips of the declaration, before any triage. */
const CHIPS: Record<OutbreakKind, string> = { ira: 'care-cough', gea: 'care-vomiting' }
const ANSWERS: Record<OutbreakKind, string> = { ira: 'respiratory', gea: 'digestive' }

/**
 * Outbreaks counted from the declarations themselves, home by home (R-EI-11), by event. The triage
 * settles the kind, who is affected and how many; before it, the chips ticked on the ward phone count
 * as one case. A declaration set aside as a duplicate is not counted twice.
 */
export function homeOutbreaks(
  events: readonly AdverseEvent[],
): ReadonlyMap<RecordId, readonly EventOutbreak[]> {
  const found = new Map<RecordId, EventOutbreak[]>()
  const aside = setAsideEvents(events)
  const counted = events.filter(({ id }) => !aside.has(id))
  for (const kind of OUTBREAK_KINDS) {
    const infected = counted.filter((event) => kindOf(event) === kind)
    for (const site of new Set(infected.map((event) => event.site))) {
      for (const outbreak of outbreaksAt(site, kind, infected)) {
        for (const event of outbreak.events) {
          found.set(event, [...(found.get(event) ?? []), outbreak])
        }
      }
    }
  }
  return found
}

function outbreaksAt(
  site: SiteId,
  kind: OutbreakKind,
  infected: readonly AdverseEvent[],
): readonly EventOutbreak[] {
  const byId = new Map<string, RecordId>(infected.map(({ id }) => [id, id]))
  const cases = infected
    .filter((event) => event.site === site)
    .flatMap((event) => {
      const on = event.occurredOn ?? event.declaredOn
      return on ? Array.from({ length: casesOf(event) }, () => ({ id: event.id, on })) : []
    })
  return findOutbreaks(cases, OUTBREAK_THRESHOLDS[kind]).map((outbreak) => ({
    kind,
    metOn: outbreak.metOn,
    cases: outbreak.cases.length,
    events: [...new Set(outbreak.cases.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? []),
  }))
}

/** The kind an event counts for; undefined for an infection of staff, another one, or none. */
function kindOf({ routing, answers }: AdverseEvent): OutbreakKind | undefined {
  if (routing.get('infected') === 'staff') return undefined
  const settled = routing.get('infection')
  if (settled !== undefined) return OUTBREAK_KINDS.find((kind) => ANSWERS[kind] === settled)
  const details = answers.get('details')
  return Array.isArray(details)
    ? OUTBREAK_KINDS.find((kind) => details.includes(CHIPS[kind]))
    : undefined
}

function casesOf({ routing }: AdverseEvent): number {
  const cases = routing.get('cases')
  return typeof cases === 'number' && cases >= 1 ? Math.min(200, Math.floor(cases)) : 1
}
