import type { RecordId } from '../../shared/ids.ts'
import type { AdverseEvent } from '../adverse-event.ts'
import { type EventOutbreak, homeOutbreaks } from '../outbreaks/home-outbreaks.ts'
import { setAsideEvents } from '../set-aside.ts'
import { type Clock, type ClockSetting, eventClocks } from './event-clocks.ts'

/**
 * The clocks of every event that has some. An outbreak is told once for all its events: a proof noted
 * on one of them holds for the others. A declaration set aside as a duplicate has no clock of its own.
 */
export function clocksByEvent(
  events: readonly AdverseEvent[],
  setting: Omit<ClockSetting, 'outbreaks'>,
): ReadonlyMap<RecordId, readonly Clock[]> {
  const outbreaks = homeOutbreaks(events)
  const aside = setAsideEvents(events)
  const byId = new Map(events.map((event) => [event.id, event]))
  const found = new Map<RecordId, readonly Clock[]>()
  for (const event of events) {
    const parts = outbreaks.get(event.id) ?? []
    if (aside.has(event.id) || (event.routing.size === 0 && parts.length === 0)) continue
    const clocks = eventClocks(
      { ...event, sendings: [...event.sendings, ...sharedSendings(event.id, parts, byId)] },
      { ...setting, outbreaks: new Map(parts.map(({ kind, metOn }) => [kind, metOn])) },
    )
    if (clocks.length > 0) found.set(event.id, clocks)
  }
  return found
}

/** Proofs of the outbreak's own channel, noted on the other events it counts. */
function sharedSendings(
  own: RecordId,
  parts: readonly EventOutbreak[],
  byId: ReadonlyMap<RecordId, AdverseEvent>,
) {
  return parts.flatMap(({ kind, events }) =>
    events
      .filter((id) => id !== own)
      .flatMap((id) => byId.get(id)?.sendings ?? [])
      .filter(({ channel }) => channel === kind),
  )
}
