import type { SiteId } from '#domain/shared/ids.ts'
import type { Site } from '#domain/site/site.ts'

/**
 * The key of the call for projects: 0.4 of a post for the home that carries the dispositif, 0.3 for
 * each other one (programme, §1), brought back to 1.
 */
const PORTEUR_SHARE = 0.4
const OTHER_SHARE = 0.3

/** Share of the officer's time of each home, 0 to 1; undefined when no home is the porteur. */
export function timeShares(sites: readonly Site[]): ReadonlyMap<SiteId, number> | undefined {
  if (!sites.some(({ isPorteur }) => isPorteur)) return undefined
  const raw = (site: Site) => (site.isPorteur ? PORTEUR_SHARE : OTHER_SHARE)
  const total = sites.reduce((sum, site) => sum + raw(site), 0)
  return new Map(sites.map((site) => [site.id, raw(site) / total]))
}

export interface TimeGap {
  readonly site: Site
  readonly days: number
  /** What its share would have given of the days done; undefined without a key. */
  readonly expected: number | undefined
}

/** Days done by home beside the days its share would have given. */
export function timeGaps(
  sites: readonly Site[],
  daysBySite: ReadonlyMap<SiteId, number>,
): readonly TimeGap[] {
  const shares = timeShares(sites)
  const total = [...daysBySite.values()].reduce((sum, days) => sum + days, 0)
  return sites.map((site) => {
    const share = shares?.get(site.id)
    return {
      site,
      days: daysBySite.get(site.id) ?? 0,
      expected: share === undefined ? undefined : share * total,
    }
  })
}
