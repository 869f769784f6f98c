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
}

/**
 * What may be counted of each home, in alphabetical order: its events for who reads them, else the
 * figures the server draws from them, which know neither place nor hour.
 */
export function useCounted(): { readonly homes: readonly CountedHome[]; readonly whole: boolean } {
  const { profile } = useWorkspace()
  const sites = useRecords('site')
  const events = useRecords('adverse-event')
  const figures = useRecords('event-figure')
  const whole = canReadEvents(profile.person.role)
  return useMemo(() => {
    const homes = sites
      .map(({ id, fields }) => readSite(id, fields))
      .map((site) => {
        const own = events.filter(({ scope }) => scope === site.id)
        const drawn = figures.filter(({ scope }) => scope === site.id)
        return {
          site,
          events: whole
            ? countedFromEvents(
                own.map(({ id, scope, fields }) => readAdverseEvent(id, scope, fields)),
              )
            : countedFromFigures(drawn.map(({ fields }) => fields)),
        }
      })
      .filter((home) => home.events.length > 0)
      .sort((a, b) => a.site.name.localeCompare(b.site.name, 'fr'))
    return { homes, whole }
  }, [sites, events, figures, whole])
}
