import { EVENT_FAMILIES } from '../adverse-event.ts'
import type { CountedEvent } from './counted-event.ts'
import type { Group } from './mask-small-groups.ts'

/** Six bands of four hours: fine enough to see a meal or a bedtime, wide enough to speak of nobody. */
export const HOUR_BANDS = ['00-04', '04-08', '08-12', '12-16', '16-20', '20-24'] as const
const BAND_HOURS = 4

/** Place or hour that nobody said, or that is no longer in the list. */
export const NOT_SAID = ''

/** By family, all of them, even at 0. */
export function byFamily(events: readonly CountedEvent[]): readonly Group[] {
  return groupBy(events, EVENT_FAMILIES, ({ family }) => family)
}

/** By unit of the home, then those whose place is not known. */
export function byPlace(
  events: readonly CountedEvent[],
  units: readonly { readonly id: string }[],
): readonly Group[] {
  return groupBy(events, [...units.map(({ id }) => id), NOT_SAID], ({ unit }) => unit)
}

/** By band of hours of the facts, then those that kept no hour, every anonymous one among them. */
export function byHour(events: readonly CountedEvent[]): readonly Group[] {
  return groupBy(events, [...HOUR_BANDS, NOT_SAID], ({ occurredAt, isAnonymous }) =>
    isAnonymous ? NOT_SAID : bandOf(occurredAt),
  )
}

function bandOf(occurredAt: string): string {
  if (!/^\d{2}:/.test(occurredAt)) return NOT_SAID
  return HOUR_BANDS[Math.floor(Number(occurredAt.slice(0, 2)) / BAND_HOURS)] ?? NOT_SAID
}

function groupBy(
  events: readonly CountedEvent[],
  ids: readonly string[],
  idOf: (event: CountedEvent) => string,
): readonly Group[] {
  const groups = new Map(ids.map((id) => [id, { id, count: 0, anonymous: 0 }]))
  for (const event of events) {
    const group = groups.get(idOf(event)) ?? groups.get(NOT_SAID)
    if (!group) continue
    group.count += 1
    if (event.isAnonymous) group.anonymous += 1
  }
  return [...groups.values()]
}
