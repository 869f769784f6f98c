import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useRecords } from '#data/stores-context.ts'
import {
  type AdverseEvent,
  EVENT_STATUSES,
  type EventStatus,
  gravityOf,
  readAdverseEvent,
} from '#domain/adverse-event/adverse-event.ts'
import type { Clock } from '#domain/adverse-event/channels/event-clocks.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import { useClocks } from './clocks/use-clocks.ts'

export interface EventRow {
  readonly event: AdverseEvent
  readonly site: Site | undefined
  readonly unitName: string
  /** Who must be told of it, by when; empty for most. */
  readonly clocks: readonly Clock[]
  readonly unsent: boolean
  readonly disputed: boolean
}

export interface Events {
  readonly rows: readonly EventRow[]
  readonly sites: readonly Site[]
}

/** Every event this device may read: the gravest first, then the longest waiting. */
export function useEvents(): Events {
  const records = useRecords('adverse-event')
  const siteRecords = useRecords('site')
  const events = useMemo(
    () => records.map(({ id, scope, fields }) => readAdverseEvent(id, scope, fields)),
    [records],
  )
  const clocks = useClocks(events)
  return useMemo(() => {
    const sites = siteRecords
      .map(({ id, fields }) => readSite(id, fields))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
    const byId = new Map(sites.map((site) => [site.id, site]))
    const rows = events.map((event, index) => {
      const record = records[index]
      const site = byId.get(event.site)
      return {
        event,
        site,
        unitName: site?.units.find(({ id }) => id === event.unit)?.name ?? '',
        clocks: clocks.get(event.id) ?? NO_CLOCK,
        unsent: record?.unsent ?? false,
        disputed: (record?.disputed.length ?? 0) > 0,
      }
    })
    rows.sort(
      (a, b) =>
        gravityOf(b.event) - gravityOf(a.event) ||
        (a.event.declaredOn ?? '').localeCompare(b.event.declaredOn ?? '') ||
        a.event.reference.localeCompare(b.event.reference),
    )
    return { rows, sites: sites.filter(({ id }) => rows.some(({ event }) => event.site === id)) }
  }, [records, events, clocks, siteRecords])
}

const NO_CLOCK: readonly Clock[] = []

/** In the reader's words, so that a filtered board can be sent as a link. */
const SITE = 'etablissement'
const STATUS = 'etat'
const NEAR_MISS = 'evites'

/** What the address bar says of the list: which home, which state. */
export function useEventFilters(fallback: EventStatus) {
  const [search, setSearch] = useSearchParams()
  const site = search.get(SITE) ?? ''
  const status = EVENT_STATUSES.find((code) => code === search.get(STATUS)) ?? fallback
  const searchWith = (name: string, value: string) => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    return next
  }
  return {
    site,
    status,
    search: search.size > 0 ? `?${search}` : '',
    nearMissOnly: search.get(NEAR_MISS) === 'oui',
    setNearMissOnly: (only: boolean) =>
      setSearch(searchWith(NEAR_MISS, only ? 'oui' : ''), { replace: true }),
    searchFor: (next: EventStatus) => `?${searchWith(STATUS, next)}`,
    setSite: (id: string) => setSearch(searchWith(SITE, id), { replace: true }),
  }
}
export type EventFilters = ReturnType<typeof useEventFilters>
