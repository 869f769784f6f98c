import { type DispositifId, deviceId } from '#domain/shared/ids.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { BundleContent, ReceiptContent } from '#protocol/bundle.ts'
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
import { type PushError, placeOf, pushOps, readOps } from '../sync/push.ts'
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

  const epoch = await store.read((session) => session.meta.epoch())
  const isOfNow = opened.epoch === null || opened.epoch === epoch
  const pushed = await pushInOrder(store, device, isOfNow ? opened.pushes : [], now)
  const push = isOfNow ? pushed : { ...pushed, stopped: { kind: 'epoch' } as const }
  // After the operations, which name them: a photo nobody named is not kept, and stays asked for.
  for (const [index, { sha256 }] of opened.photos.entries()) {
    const photo = Buffer.from(opened.bytes[index] ?? [])
    await keepPhoto(photo, { store, blobFiles, now, sha256, dispositif: device.dispositif })
  }
  const receipt = await store.read(async (session) => ({
    epoch,
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

/** One transaction by push, as a round makes them; where one is refused, those after it wait. */
async function pushInOrder(
  store: Store,
  { id }: StoredDevice,
  pushes: BundleContent['pushes'],
  now: () => number,
): Promise<Pick<ReceiptContent, 'push' | 'stopped'>> {
  const outcomes: OpOutcome[] = []
  let stopped: PushError | undefined
  for (const { from, ops, declared, lost } of pushes) {
    const batch = { ops: await readOps({ from, ops }), declared, lost }
    const pushed = await store.write(async (session) => {
      return pushOps(session, existing(await session.directory.holdDevice(id)), batch, now())
    })
    if (pushed.ok) outcomes.push(...pushed.value.outcomes)
    else stopped = pushed.error
    if (stopped) break
  }
  const place = await store.read(async (session) =>
    placeOf(existing(await session.directory.device(id)), await session.losses.missing(id)),
  )
  return { push: { ...place, outcomes }, ...(stopped && { stopped: stopOf(stopped) }) }
}

function existing(device: StoredDevice | undefined): StoredDevice {
  if (!device) throw new Error('A device is never erased')
  return device
}

function stopOf(error: PushError): NonNullable<ReceiptContent['stopped']> {
  return error.kind === 'gap'
    ? { kind: 'gap', expected: error.expected }
    : { kind: 'clone', n: error.n }
}
