import type { DeviceId, DispositifId, SiteId } from '../shared/ids.ts'
import { type BucketClass, type BucketId, bucketId } from '../site/bucket.ts'

/**
 * Roles of the people and devices of a dispositif. French terms: chargé de mission, porteur,
 * direction, référent qualité, déclarant, téléphone de service (docs/glossary.md).
 */
export const ROLES = ['officer', 'porteur', 'director', 'quality-lead', 'declarant'] as const
export type Role = (typeof ROLES)[number]

/** What one may do in a bucket. The absence of a level is the absence of the right. */
export type Level = 'read' | 'write'

/**
 * Default rights (rule R-DRO-1, docs/rules.md). The ward phone is not here: it holds the right to
 * deposit and reads nothing. The officer reads the events of a home only when the home shares them.
 */
const LEVELS: Record<Role, Partial<Record<BucketClass, Level>>> = {
  officer: { config: 'read', grids: 'write', quality: 'write', events: 'read', figures: 'write' },
  porteur: { config: 'write', grids: 'read', figures: 'read' },
  director: {
    config: 'read',
    grids: 'read',
    quality: 'read',
    events: 'read',
    'named-identity': 'read',
    figures: 'read',
  },
  'quality-lead': {
    config: 'read',
    grids: 'read',
    quality: 'write',
    events: 'write',
    identity: 'read',
    'named-identity': 'read',
    figures: 'write',
  },
  declarant: { config: 'read', receipts: 'read' },
}

/** Who may write, and so settle, in a class of bucket. */
export function writersOf(bucketClass: BucketClass): readonly Role[] {
  return ROLES.filter((role) => LEVELS[role][bucketClass] === 'write')
}

export interface Holder {
  readonly role: Role
  readonly dispositif: DispositifId
  readonly device: DeviceId
  /** Devices it was copied from: what they declared is this person's too. */
  readonly copiedFrom?: readonly DeviceId[]
  /** Homes assigned; the porteur is given all of them by the server. */
  readonly sites: readonly { readonly id: SiteId; readonly sharesEvents: boolean }[]
}

/** The buckets a holder may read or write, computed anew at every request. */
export function grantsOf(holder: Holder): Map<BucketId, Level> {
  const grants = new Map<BucketId, Level>()
  for (const [bucketClass, level] of entriesOf(LEVELS[holder.role])) {
    if (bucketClass === 'config' || bucketClass === 'grids') {
      grants.set(bucketId(holder.dispositif, bucketClass), level)
    } else if (bucketClass === 'receipts') {
      for (const device of [holder.device, ...(holder.copiedFrom ?? [])])
        grants.set(bucketId(device, 'receipts'), level)
    } else {
      for (const site of holder.sites) {
        if (bucketClass === 'events' && holder.role === 'officer' && !site.sharesEvents) continue
        grants.set(bucketId(site.id, bucketClass), level)
      }
    }
  }
  return grants
}

function entriesOf(levels: Partial<Record<BucketClass, Level>>): [BucketClass, Level][] {
  return Object.entries(levels) as [BucketClass, Level][]
}
