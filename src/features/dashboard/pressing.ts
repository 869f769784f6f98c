import {
  eventsThatCount,
  type FigureRow,
  lateActions,
  openEventsByGravity,
} from '#domain/figures/summarise-figures.ts'
import { type Day, daysBetween, parseDay } from '#domain/shared/day.ts'
import { textField } from '#domain/shared/json.ts'
import type { Site } from '#domain/site/site.ts'

export interface Pressing {
  readonly kind: 'grave' | 'late' | 'triage'
  readonly site: Site
  /** How many events, or how many days. */
  readonly count: number
}

/** An event is triaged within the week; past that it is named. */
const TRIAGE_DAYS = 7
const MOST = 3

/** Up to three facts that cannot wait: grave events first, then the longest late, then the triage. */
export function pressingFacts(
  sites: readonly Site[],
  rows: readonly FigureRow[],
  today: Day,
): readonly Pressing[] {
  const here = (site: Site) => rows.filter((row) => row.site === site.id)
  const grave = sites.map((site): Pressing => {
    const open = openEventsByGravity(here(site))
    return { kind: 'grave', site, count: open[4] + open[5] }
  })
  const late = sites.map((site): Pressing => {
    const [first] = lateActions(here(site), today)
    return { kind: 'late', site, count: first?.daysLate ?? 0 }
  })
  const triage = sites.map((site): Pressing => {
    const waits = eventsThatCount(here(site))
      .filter(({ fields }) => fields.status === 'declared')
      .map(({ fields }) => parseDay(textField(fields, 'declaredOn')))
      .map((on) => (on ? daysBetween(on, today) : 0))
    const longest = Math.max(0, ...waits)
    return { kind: 'triage', site, count: longest > TRIAGE_DAYS ? longest : 0 }
  })
  return [grave, late, triage]
    .flatMap((facts) =>
      facts
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .slice(0, 1),
    )
    .slice(0, MOST)
}
