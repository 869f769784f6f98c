import { useMemo } from 'react'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import {
  type CountedEvent,
  countedFromEvents,
  countedFromFigures,
} from '#domain/adverse-event/numbers/counted-event.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import { canReadEvents } from '../event-rights.ts'

export interface CountedHome {
  readonly site: Site
  readonly events: readonly CountedEvent[]
  /** Drawn from the events themselves: place and hour are known. */
  readonly whole: boolean
}

/**
 * What may be counted of each home, in alphabetical order: its events for who reads them, else the
 * figures the server draws from them, which know neither place nor hour.
 */
export function useCounted(): readonly CountedHome[] {
  const { profile } = useWorkspace()
  const sites = useRecords('site')
  const events = useRecords('adverse-event')
  const figures = useRecords('event-figure')
  const { role } = profile.person
  return useMemo(() => {
    return sites
      .map(({ id, fields }) => readSite(id, fields))
      .map((site) => {
        const own = events.filter(({ scope }) => scope === site.id)
        const drawn = figures.filter(({ scope }) => scope === site.id)
        // The officer reads the events of a home that shares them, and its figures in any case.
        const whole = canReadEvents(role) && (role !== 'officer' || site.sharesEvents)
        return {
          site,
          whole,
          events: whole
            ? countedFromEvents(
                own.map(({ id, scope, fields }) => readAdverseEvent(id, scope, fields)),
              )
            : countedFromFigures(drawn.map(({ fields }) => fields)),
        }
      })
      .filter((home) => home.events.length > 0)
      .sort((a, b) => a.site.name.localeCompare(b.site.name, 'fr'))
  }, [sites, events, figures, role])
}
