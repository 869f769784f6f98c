import { bucketId } from '#domain/site/bucket.ts'
import type { QuarantineReason } from '#protocol/errors.ts'
import { type Op, opIdParts } from '#protocol/op.ts'
import type { EnrolledHolder } from '../access/holder.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { sightOf } from './quarantine-sight.ts'

/**
 * Why a person may not end what was set aside; undefined when they may: anyone what their own device
 * wrote, and what others wrote whoever sees it in their queue (`quarantine-sight.ts`).
 */
export async function settleRefusal(
  session: Session,
  op: Op,
  device: StoredDevice,
  holder: EnrolledHolder | undefined,
): Promise<QuarantineReason | undefined> {
  const closes = op.closes ?? []
  if (op.bucket !== bucketId(device.dispositif, 'config') || op.type !== 'dispositif') {
    return 'wrong-bucket'
  }
  if (closes.length === 0 || !holder) return 'malformed'
  for (const id of closes) {
    if (opIdParts(id).device === device.id) continue
    const entry = await session.quarantine.entry(id)
    if (!entry || (await sightOf(session, holder, entry)) === 'none') return 'forbidden'
  }
  return undefined
}
