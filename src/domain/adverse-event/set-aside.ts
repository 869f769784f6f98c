import type { AdverseEvent } from './adverse-event.ts'

type Linked = Pick<AdverseEvent, 'id' | 'duplicateOf'>

/**
 * The events set aside as duplicates, of those given (R-EI-16). Two people who each set the other's event
 * aside, far from the network, make a ring: were all of it set aside, the facts would be counted nowhere
 * and lose their legal clocks. Of a ring the event whose id sorts first stands, the same on every device,
 * until somebody settles it.
 */
export function setAsideEvents(events: readonly Linked[]): ReadonlySet<string> {
  const links = new Map<string, string>(events.map(({ id, duplicateOf }) => [id, duplicateOf]))
  return new Set(
    events.flatMap(({ id, duplicateOf }) =>
      duplicateOf === '' || standsInItsRing(id, links) ? [] : [id],
    ),
  )
}

/** True for the first of a ring of events that name each other. */
function standsInItsRing(id: string, links: ReadonlyMap<string, string>): boolean {
  let first = id
  const seen = new Set([id])
  for (let next = links.get(id); next; next = links.get(next)) {
    if (next === id) return first === id
    // Another ring further on, to which this one only leads.
    if (seen.has(next)) return false
    seen.add(next)
    if (next < first) first = next
  }
  return false
}
