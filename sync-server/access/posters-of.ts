import { recordId, type SiteId } from '#domain/shared/ids.ts'
import { readSite, type Site } from '#domain/site/site.ts'
import type { Poster } from '#protocol/access.ts'
import { shownFields } from '#protocol/merge.ts'
import type { Session } from '../store/store.ts'
import { posterToken } from './poster-token.ts'

/** A home as its record shows it; undefined when it is unknown or deleted. */
export async function siteOf(session: Session, id: SiteId): Promise<Site | undefined> {
  const record = await session.records.get(recordId(id))
  if (record?.state.type !== 'site' || record.state.deleted) return undefined
  return readSite(id, shownFields(record.state))
}

/** A poster by unit of each home, in the homes' order. */
export async function postersOf(session: Session, sites: readonly SiteId[]): Promise<Poster[]> {
  const serverKey = await session.meta.serverKey()
  const posters: Poster[] = []
  for (const id of sites) {
    const site = await siteOf(session, id)
    for (const unit of site?.units ?? []) {
      posters.push({
        site: id,
        siteName: site?.name ?? '',
        unit: unit.id,
        unitName: unit.name,
        token: posterToken({ site: id, unit: unit.id }, serverKey),
      })
    }
  }
  return posters
}
