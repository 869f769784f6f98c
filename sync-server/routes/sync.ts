import { Readable } from 'node:stream'
import { ok } from '#domain/shared/result.ts'
import { FRAMES_TYPE } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import {
  OLDEST_PROTOCOL,
  type PushRequest,
  pageHead,
  type SyncRequest,
  syncHead,
  syncRequest,
} from '#protocol/sync.ts'
import { BEARER_MS } from '../access/bearer.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Store } from '../store/store.ts'
import { together } from '../store/together.ts'
import { answerNow, framesOf, isFrom, placeNow, wholeOf } from '../sync/answer.ts'
import { type News, pagesOf } from '../sync/pull.ts'
import { type IncomingPush, type PushAnswer, pushOps, readOps } from '../sync/push.ts'

const NOTHING: PushRequest = { from: 1, declared: 0, ops: [] }

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

/** States of now could not be read by so old an app; what it wrote is taken all the same. */
function pullsTooOld(body: unknown): boolean {
  if (body === null || typeof body !== 'object') return false
  if (!('protocol' in body) || !('pull' in body)) return false
  return typeof body.protocol === 'number' && body.protocol < OLDEST_PROTOCOL
}
