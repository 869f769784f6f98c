import { useMemo } from 'react'
import { useRecords } from '#data/stores-context.ts'
import type { FigureRow } from '#domain/figures/summarise-figures.ts'
import { type IndicatorValue, readIndicatorValue } from '#domain/indicator/indicator-value.ts'
import { siteId } from '#domain/shared/ids.ts'
import { readSite, type Site } from '#domain/site/site.ts'

/** All the porteur may read: numbers by home, and the homes. No text of an audit nor of an event. */
export interface Figures {
  /** In alphabetical order, as everything on the dashboard: nobody is ranked. */
  readonly sites: readonly Site[]
  readonly rows: readonly FigureRow[]
  readonly indicators: readonly IndicatorValue[]
}

export function useFigures(): Figures {
  const sites = useRecords('site')
  const fillings = useRecords('filling-figure')
  const actions = useRecords('action-figure')
  const events = useRecords('event-figure')
  const visits = useRecords('visit-figure')
  const indicators = useRecords('indicator-value')
  return useMemo(
    () => ({
      sites: sites
        .map(({ id, fields }) => readSite(id, fields))
        .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
      rows: [...fillings, ...actions, ...events, ...visits].map(({ scope, type, fields }) => ({
        site: siteId(scope),
        type,
        fields,
      })),
      indicators: indicators.map(({ id, scope, fields }) => readIndicatorValue(id, scope, fields)),
    }),
    [sites, fillings, actions, events, visits, indicators],
  )
}
