import { grantsOf } from '#domain/rights/rights.ts'
import { OLDEST_PROTOCOL, syncRequest, syncResponse } from '#protocol/sync.ts'
import { holderOf } from '../access/holder.ts'
import { Refusal } from '../http/refusal.ts'
import { type Route, readBody } from '../http/route.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session, Store } from '../store/store.ts'
import { pullPages } from '../sync/pull.ts'
import { type IncomingPush, type PushAnswer, placeOf, pushOps, readOps } from '../sync/push.ts'

/**
 * POST /v1/sync: one round. The push is one transaction, acknowledged once it is on disk; then the
 * pages are read at one moment, with the rights of that moment.
 */
export const syncRoute: Route = {
  method: 'POST',
  url: '/v1/sync',
  summary: 'One round: operations go up, states come down.',
  body: syncRequest,
  answer: syncResponse,
  who: 'device',
  perMinute: 240,
  async handle({ body, caller }, { store, now }) {
    if (isTooOld(body)) throw new Refusal({ kind: 'protocol-too-old', oldest: OLDEST_PROTOCOL })
    const request = readBody(syncRequest, body)
    const ops = await readOps(request.push)
    const { declared, lost } = request.push
    const push = await pushed(store, caller.device, { ops, declared, lost }, now())
    return store.read(async (session) => {
      const grants = await grantsNow(session, caller.device)
      return {
        epoch: await session.meta.epoch(),
        serverTime: now(),
        push: push ?? (await placeNow(session, caller.device)),
        grants: Object.fromEntries(grants),
        pages: request.pull ? await pullPages(session, grants, request.pull) : [],
        wanted: await session.blobs.wantedFrom(caller.device.id),
      }
    })
  },
}

async function pushed(
  store: Store,
  caller: StoredDevice,
  push: IncomingPush,
  receivedAt: number,
): Promise<PushAnswer | undefined> {
  // A round that brings nothing opens no write transaction: it would cost a disk flush.
  if (push.ops.length === 0 && !push.lost?.length && push.declared <= caller.declaredN) {
    return undefined
  }
  const result = await store.write(async (session) => {
    const device = await session.directory.holdDevice(caller.id)
    if (!device) throw new Refusal({ kind: 'unknown-device' })
    return pushOps(session, device, push, receivedAt)
  })
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

async function placeNow(session: Session, device: StoredDevice): Promise<PushAnswer> {
  return { ...placeOf(device, await session.losses.missing(device.id)), outcomes: [] }
}

async function grantsNow(session: Session, device: StoredDevice) {
  const holder = await holderOf(session, device)
  if (!holder) throw new Refusal({ kind: 'unknown-device' })
  return grantsOf(holder)
}

function isTooOld(body: unknown): boolean {
  if (body === null || typeof body !== 'object' || !('protocol' in body)) return false
  return typeof body.protocol === 'number' && body.protocol < OLDEST_PROTOCOL
}
