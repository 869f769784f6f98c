import { grantsOf, type Holder } from '../rights/rights.ts'
import type { SiteId } from '../shared/ids.ts'
import { bucketId } from '../site/bucket.ts'

/** Homes where the holder may write quality records; elsewhere a filling is read only (R-DRO-1). */
export function fillableSites(
  holder: Pick<Holder, 'role' | 'dispositif' | 'device'> & {
    readonly sites: readonly SiteId[]
  },
): readonly SiteId[] {
  // Sharing events opens no right on quality records: its value does not matter here.
  const sites = holder.sites.map((id) => ({ id, sharesEvents: false }))
  const grants = grantsOf({ ...holder, sites })
  return holder.sites.filter((id) => grants.get(bucketId(id, 'quality')) === 'write')
}
