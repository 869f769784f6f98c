/* What a round is answered, and what a standing answer says each time something changed. */
import { grantsOf } from '#domain/rights/rights.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { encodeFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { SyncHead, SyncRequest } from '#protocol/sync.ts'
import type { EnrolledCaller } from '../access/authenticate.ts'
import { holderOf } from '../access/holder.ts'
import { Refusal } from '../http/refusal.ts'
import { sha256 } from '../sha256.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import { together } from '../store/together.ts'
import { grantsTag, type News, newsOf, sumsOf, type WrittenPage } from './pull.ts'
import { type PushAnswer, placeOf, type ReadOp } from './push.ts'

/** News beyond one page are read and sent page by page; below, the answer is one piece, of one moment. */
export interface Answer {
  readonly head: SyncHead
  readonly news: readonly News[]
}

/** What a device is answered at this moment, with what it may read at this moment. */
export async function answerNow(
  session: Session,
  { device, holder }: EnrolledCaller,
  request: Pick<SyncRequest, 'epoch' | 'pull'>,
  {
    push,
    ops,
    serverTime,
  }: { push: PushAnswer | undefined; ops: readonly ReadOp[]; serverTime: number },
): Promise<Answer> {
  const isRevoked = device.revokedAt !== undefined
  // What was just pushed may have changed them; else they were read with the bearer of this request.
  const known = ops.some(isOfConfig) ? await grantsNow(session, device) : grantsOf(holder)
  const grants = isRevoked ? new Map() : known
  const buckets = [...grants.keys()]
  const [epoch, heads, expected, wanted, place] = await together([
    session.meta.epoch(),
    request.pull ? session.records.heads(buckets) : new Map(),
    session.blobs.expectedIn(buckets, device.id, LIMITS.expectedPerAnswer),
    session.blobs.wantedFrom(device.id),
    push ?? placeNow(session, device),
  ])
  const pull = isFrom(request, epoch) && !isRevoked ? request.pull : undefined
  const tag = grantsTag(epoch, grants)
  const found = pull && newsOf(heads, grants, pull, tag)
  const head = {
    // What the device told and is still so is not told again: it would be most of a short answer.
    ...(pull?.grants !== tag && { epoch, tag, grants: Object.fromEntries(grants) }),
    serverTime,
    push: place,
    ...(isRevoked && { revoked: true as const }),
    news: Object.fromEntries((found?.news ?? []).map(({ bucket, head: at }) => [bucket, at])),
    ...(pull?.sums && found?.isReadable && { sums: await sumsOf(session, grants, pull) }),
    wanted: [...wanted],
    ...(expected.length > 0 && { expected: [...expected] }),
  }
  return { head, news: found?.isReadable ? found.news : [] }
}

/** The frames of an answer as one piece. */
export async function wholeOf(
  head: SyncHead,
  pages: AsyncIterable<WrittenPage> | Iterable<WrittenPage>,
): Promise<Buffer> {
  const frames: Uint8Array[] = []
  for await (const frame of framesOf(head, pages)) frames.push(frame)
  return Buffer.concat(frames)
}

/** The head, then each page (`protocol/frames.ts`). */
export async function* framesOf(
  head: SyncHead,
  pages: AsyncIterable<WrittenPage> | Iterable<WrittenPage>,
) {
  yield encodeFrame(JSON.stringify(head, withoutEmpty), sha256)
  for await (const { text } of pages) yield encodeFrame(text, sha256)
}

/** Of a head, the lists that hold nothing are left out: whoever reads it knows (`syncHead`). */
function withoutEmpty(key: string, value: unknown): unknown {
  const isList = key === 'outcomes' || key === 'news' || key === 'wanted'
  return isList && Object.keys(value as object).length === 0 ? undefined : value
}

/** Written on what rights are computed from, such as whether a home shares its events. */
function isOfConfig({ parsed }: ReadOp): boolean {
  return parsed.ok && parseBucketId(parsed.value.bucket)?.bucketClass === 'config'
}

/**
 * False when the device still believes in a server of before a restore: nothing of its numbers or
 * cursors means the same any more, so it is told the epoch and asked for all again.
 */
export function isFrom({ epoch: believed }: Pick<SyncRequest, 'epoch'>, epoch: string): boolean {
  // One left out is told by the tag of the rights, which no longer is the present one.
  return (believed ?? epoch) === epoch
}

/** Where the numbers of a device stand, when nothing was pushed. */
export async function placeNow(session: Session, device: StoredDevice): Promise<PushAnswer> {
  return { ...placeOf(device, await session.losses.missing(device.id)), outcomes: [] }
}

async function grantsNow(session: Session, device: StoredDevice) {
  const holder = await holderOf(session, device)
  if (!holder) throw new Refusal({ kind: 'unknown-device' })
  return grantsOf(holder)
}
