import { type DeviceId, dispositifId, recordId, siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import type { RecordState } from '#protocol/merge.ts'
import { opId } from '#protocol/op.ts'
import type { LogEntry } from '#sync-server/store/change-log.ts'
import type { Store } from '#sync-server/store/store.ts'

/** The one home of a store built by hand. */
export const HOME = { id: siteId('home'), dispositif: dispositifId('dispositif') }
const AT = Date.parse('2026-11-24T13:00:00Z')

/** The rows that others refer to: a dispositif, its home, and devices without a person. */
export async function foundStore(store: Store, devices: readonly DeviceId[]): Promise<void> {
  await store.write(async ({ directory }) => {
    const { dispositif } = HOME
    await directory.addDispositif({
      id: dispositif,
      name: 'Quatre maisons',
      timeZone: 'America/Guadeloupe',
      createdAt: AT,
    })
    await directory.addSite({ id: HOME.id, dispositif, receiptSalt: 'c2Vs' })
    for (const id of devices) {
      await directory.addDevice({ id, dispositif, person: undefined, label: id, createdAt: AT })
    }
  })
}

/** An operation as logged, applied unless told. */
export function buildLogEntry(
  device: DeviceId,
  n: number,
  changed: Partial<LogEntry> = {},
): LogEntry {
  return {
    device,
    n,
    op: opId(device, n),
    rec: 'record',
    bucket: 'home/quality',
    body: '{}',
    digest: '0'.repeat(64),
    hEff: hlcAt(AT),
    receivedAt: AT,
    outcome: 'applied',
    reason: undefined,
    seq: undefined,
    clockSkewMs: undefined,
    ...changed,
  }
}

export function buildState(
  id: string,
  bucket: BucketId,
  fields: Fields = { 'answers.C1': 'yes' },
): RecordState {
  const last = opId('device' as DeviceId, 1)
  const f = Object.fromEntries(
    Object.entries(fields).map(([name, v]) => [name, { v, op: last, h: hlcAt(AT) }]),
  )
  return { id: recordId(id), type: 'audit', bucket, f, seen: { device: 1 }, last }
}
