import { type DispositifId, deviceId } from '#domain/shared/ids.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { BundleContent, ReceiptContent } from '#protocol/bundle.ts'
import { LIMITS } from '#protocol/limits.ts'
import { sealReceipt } from '#protocol/receipt-seal.ts'
import {
  type Bytes,
  closeFile,
  type FileFault,
  fileStart,
  readSealedFile,
} from '#protocol/sealed-file.ts'
import type { OpOutcome } from '#protocol/sync.ts'
import type { BlobFiles } from '../blobs/blob-files.ts'
import { keepPhoto } from '../blobs/keep-photo.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Store } from '../store/store.ts'
import { type PushError, pushOps, readOps } from '../sync/push.ts'
import { bundlePair, deviceKey } from './carry-keys.ts'
import { openBundle } from './open-bundle.ts'

/** `not-a-bundle`: a receipt was handed in; `unknown`: nobody here, or not for this server. */
export type BundleFault = FileFault | 'not-a-bundle' | 'unknown' | 'unreadable'

export interface TakenBundle {
  readonly id: string
  readonly device: StoredDevice
  readonly receipt: ReceiptContent
  /** The receipt as the file that goes back to its device. */
  readonly file: Bytes
}

export interface TakingParts {
  readonly store: Store
  readonly blobFiles: BlobFiles
  readonly now: () => number
  /** The carrier's; any dispositif of this server when absent, for the office at the machine itself. */
  readonly dispositif?: DispositifId | undefined
}

/**
 * Takes the work of a device that came as a file, whoever carried it. Each part goes through
 * `pushOps`, in order, as the device itself would push it: so repeating it, before or after the
 * device synced by itself, gives the first outcomes again and changes nothing (docs/sync.md).
 */
export async function takeBundle(
  bytes: Bytes,
  { store, blobFiles, now, dispositif }: TakingParts,
): Promise<Result<TakenBundle, BundleFault>> {
  const read = await readSealedFile(bytes)
  if (!read.ok) return read
  const file = read.value
  if (file.kind !== 'bundle') return fail('not-a-bundle')
  const { header } = file
  const { device, serverKey } = await store.read(async (session) => ({
    device: await session.directory.device(deviceId(header.device)),
    serverKey: await session.meta.serverKey(),
  }))
  if (!device || device.dispositif !== (dispositif ?? device.dispositif)) return fail('unknown')
  if (device.dispositif !== header.dispositif || !device.person) return fail('unknown')
  const secret = deviceKey(device.id, serverKey)
  const opened = await openBundle(file, await bundlePair(device.dispositif, serverKey), secret)
  if (!opened) return fail('unreadable')

  const push = await pushInOrder(store, device, opened.push, now)
  // After the operations, which name them: a photo nobody named is not kept, and stays asked for.
  for (const [index, { sha256 }] of opened.photos.entries()) {
    const photo = Buffer.from(opened.bytes[index] ?? [])
    await keepPhoto(photo, { store, blobFiles, now, sha256, dispositif: device.dispositif })
  }
  const receipt = await store.read(async (session) => ({
    epoch: await session.meta.epoch(),
    serverTime: now(),
    ...push,
    wanted: [...(await session.blobs.wantedFrom(device.id))],
  }))
  const start = fileStart({
    kind: 'receipt',
    header: { id: header.id, dispositif: device.dispositif, device: device.id },
  })
  const sealed = await sealReceipt(receipt, secret, start)
  return ok({ id: header.id, device, receipt, file: await closeFile(start, sealed) })
}

/** A file has no bound of operations; a transaction has: one push after the other, as a round does. */
async function pushInOrder(
  store: Store,
  { id }: StoredDevice,
  { from, declared, ops }: BundleContent['push'],
  now: () => number,
): Promise<Pick<ReceiptContent, 'push' | 'stopped'>> {
  const outcomes: OpOutcome[] = []
  let last = 0
  // A file without operations still declares how far its device went: one push, empty.
  for (let at = 0; at === 0 || at < ops.length; at += LIMITS.opsPerPush) {
    const part = ops.slice(at, at + LIMITS.opsPerPush)
    const batch = await readOps({ from: from + at, declared, ops: part })
    const { result, lastN } = await store.write(async (session) => {
      const device = await session.directory.device(id)
      if (!device) throw new Error('A device is never erased')
      const pushed = await pushOps(session, device, { ops: batch, declared }, now())
      return { result: pushed, lastN: device.lastN }
    })
    if (!result.ok) return { push: { last: lastN, outcomes }, stopped: stopOf(result.error) }
    last = result.value.last
    outcomes.push(...result.value.outcomes)
  }
  return { push: { last, outcomes } }
}

function stopOf(error: PushError): NonNullable<ReceiptContent['stopped']> {
  return error.kind === 'gap'
    ? { kind: 'gap', expected: error.expected }
    : { kind: 'clone', n: error.n }
}
