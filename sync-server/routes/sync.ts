import { Readable } from 'node:stream'
import { grantsOf } from '#domain/rights/rights.ts'
import { ok } from '#domain/shared/result.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { encodeFrame, FRAMES_TYPE } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import {
  OLDEST_PROTOCOL,
  type PushRequest,
  pageHead,
  type SyncHead,
  type SyncRequest,
  syncHead,
  syncRequest,
} from '#protocol/sync.ts'
import type { EnrolledCaller } from '../access/authenticate.ts'
import { BEARER_MS } from '../access/bearer.ts'
import { holderOf } from '../access/holder.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import { sha256 } from '../sha256.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session, Store } from '../store/store.ts'
import { together } from '../store/together.ts'
import { grantsTag, type News, newsOf, pagesOf, sumsOf } from '../sync/pull.ts'
import {
  type IncomingPush,
  type PushAnswer,
  placeOf,
  pushOps,
  type ReadOp,
  readOps,
} from '../sync/push.ts'

const NOTHING: PushRequest = { from: 1, declared: 0, ops: [] }

/** News beyond one page are read and sent page by page; below, the answer is one piece, of one moment. */
type Answer = { readonly head: SyncHead; readonly news: readonly News[] }

/**
 * POST /v1/sync: one round. The push is one transaction, acknowledged once it is on disk; then the
 * rights, the heads and each page are read, and travel as frames (`protocol/frames.ts`).
 */
export const syncRoute: Route = {
  method: 'POST',
  url: '/v1/sync',
  summary: 'One round: operations go up, states come down.',
  body: syncRequest,
  answer: { head: syncHead, page: pageHead },
  who: 'device',
  mayBeRevoked: true,
  perMinute: 240,
  async handle({ body, caller, reply }, { store, now }) {
    if (pullsTooOld(body)) throw new Refusal({ kind: 'protocol-too-old', oldest: OLDEST_PROTOCOL })
    const request = readBody(syncRequest, body)
    const asked = request.push ?? NOTHING
    const ops = await readOps(asked)
    const { declared, lost } = asked
    const push = await pushed(store, caller.device, { ...request, ops, declared, lost }, now())
    if (!push) await noteContact(store, caller.device, now())
    const pull = request.pull ?? {}
    const at = { push, ops, serverTime: now() }
    const { head, news, whole } = await store.read(async (session) => {
      const answer = await answerNow(session, caller, request, at)
      const pages = pagesOf((work) => work(session), answer.news, pull)
      const isLong = changesIn(answer.news) > LIMITS.rowsPerPage
      return { ...answer, whole: isLong ? undefined : await wholeOf(answer.head, pages) }
    })
    reply.header('content-type', FRAMES_TYPE)
    return whole ?? Readable.from(framesOf(head, pagesOf(store.read, news, pull)))
  },
}

async function answerNow(
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

async function wholeOf(head: SyncHead, pages: AsyncIterable<string>): Promise<Buffer> {
  const frames: Uint8Array[] = []
  for await (const frame of framesOf(head, pages)) frames.push(frame)
  return Buffer.concat(frames)
}

async function* framesOf(head: SyncHead, pages: AsyncIterable<string>) {
  yield encodeFrame(JSON.stringify(head, withoutEmpty), sha256)
  for await (const page of pages) yield encodeFrame(page, sha256)
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

/** At most: a record changed twice counts twice. */
function changesIn(news: readonly News[]): number {
  return news.reduce((sum, { cursor, head }) => sum + Math.max(0, head - cursor), 0)
}

/** A round without news costs no disk flush: the hour of contact is kept to within this. */
const CONTACT_STEP_MS = 5 * 60_000

function isContactDue({ lastContactAt }: StoredDevice, at: number): boolean {
  return lastContactAt === undefined || Math.abs(at - lastContactAt) >= CONTACT_STEP_MS
}

async function noteContact(store: Store, device: StoredDevice, at: number) {
  if (!isContactDue(device, at)) return
  try {
    await store.write((session) => session.directory.heard(device.id, at, at + BEARER_MS))
  } catch (error) {
    // A full disk takes no write, and reading goes on: the hour can wait.
    if (!(error instanceof Refusal)) throw error
  }
}

async function pushed(
  store: Store,
  caller: StoredDevice,
  push: IncomingPush & Pick<SyncRequest, 'epoch'>,
  receivedAt: number,
): Promise<PushAnswer | undefined> {
  // A round that brings nothing opens no write transaction: it would cost a disk flush.
  if (push.ops.length === 0 && !push.lost?.length && push.declared <= caller.declaredN) {
    return undefined
  }
  const result = await store.write(async (session) => {
    const [held, epoch] = await together([
      session.directory.holdDevice(caller.id),
      session.meta.epoch(),
      isContactDue(caller, receivedAt) &&
        session.directory.heard(caller.id, receivedAt, receivedAt + BEARER_MS),
    ])
    // A bearer that ended counts as a revocation, of which the row of the device says nothing.
    const device = held && { ...held, revokedAt: held.revokedAt ?? caller.revokedAt }
    if (!device) throw new Refusal({ kind: 'unknown-device' })
    if (!isFrom(push, epoch)) return ok(await placeNow(session, device))
    return pushOps(session, device, push, receivedAt)
  })
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

/**
 * False when the device still believes in a server of before a restore: nothing of its numbers or
 * cursors means the same any more, so it is told the epoch and asked for all again.
 */
function isFrom({ epoch: believed }: Pick<SyncRequest, 'epoch'>, epoch: string): boolean {
  // One left out is told by the tag of the rights, which no longer is the present one.
  return (believed ?? epoch) === epoch
}

async function placeNow(session: Session, device: StoredDevice): Promise<PushAnswer> {
  return { ...placeOf(device, await session.losses.missing(device.id)), outcomes: [] }
}

async function grantsNow(session: Session, device: StoredDevice) {
  const holder = await holderOf(session, device)
  if (!holder) throw new Refusal({ kind: 'unknown-device' })
  return grantsOf(holder)
}

/** States of now could not be read by so old an app; what it wrote is taken all the same. */
function pullsTooOld(body: unknown): boolean {
  if (body === null || typeof body !== 'object') return false
  if (!('protocol' in body) || !('pull' in body)) return false
  return typeof body.protocol === 'number' && body.protocol < OLDEST_PROTOCOL
}
