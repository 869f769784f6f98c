/*
 * A server in memory that obeys the protocol with the real merge and rights, and fails when a test
 * asks. The real one is tested in `tests/sync-server`; this one is for the faults of the way there.
 */
import type { Env } from '#data/env.ts'
import type { Profile } from '#data/workspace.ts'
import { RECORD_CLASSES, type RecordType } from '#domain/record-types.ts'
import { grantsOf } from '#domain/rights/rights.ts'
import { deviceId, personId, type RecordId, recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { type BucketId, bucketId } from '#domain/site/bucket.ts'
import { hashOp } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { LIMITS } from '#protocol/limits.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { type Op, opId } from '#protocol/op.ts'
import { type OpOutcome, type PushRequest, type SyncRequest, syncRequest } from '#protocol/sync.ts'
import { createFakeUploads } from './fake-uploads.ts'
import { cursorsByBucket, writeWire } from './wire.ts'

/**
 * What befalls the next request. `lose-answer`: done by the server, never heard by the device. A
 * function sees the request, which is then lost.
 */
export type Fault =
  | ((request: RequestInit) => void)
  | 'offline'
  | 'lose-answer'
  | 'captive-portal'
  | 'wrong-shape'
  | 'no-grants'
  | { readonly status: number; readonly error: object }

interface KnownDevice {
  readonly profile: Profile
  readonly outcomes: Map<number, { hash: string; outcome: OpOutcome }>
  readonly named: Set<string>
  readonly lost: number[]
  last: number
}

export interface FakeServer {
  readonly fetch: Env['fetch']
  /** Faults to come, one per request, in order. */
  readonly faults: Fault[]
  /** While true no request arrives. */
  offline: boolean
  /** A captive portal answers in its place on addresses that begin so. */
  portalFor: string | undefined
  epoch: string
  /** Sets aside every operation it returns a reason for. */
  refuse: (op: Op) => OpOutcome['reason']
  readonly requests: SyncRequest[]
  readonly records: ReadonlyMap<RecordId, RecordState>
  readonly blobs: Map<string, ArrayBuffer>
  welcome(token: string, profile: Profile): void
  /** Someone elsewhere writes these fields of a record. */
  write(type: RecordType, scope: Scope, id: string, fields: Fields): Promise<void>
  /** Operations held from a device, in order. */
  heldFrom(token: string): number
  /** Forgets what came after number `last`, as a backup put back does. */
  restoreTo(token: string, last: number): void
}

type Scope = Profile['sites'][number] | Profile['dispositif']['id']

export function createFakeServer(now: () => number): FakeServer {
  const devices = new Map<string, KnownDevice>()
  const heads = new Map<string, number>()
  const records = new Map<RecordId, RecordState>()
  const seqs = new Map<RecordId, number>()
  const blobs = new Map<string, ArrayBuffer>()
  const uploads = createFakeUploads(blobs)
  const requests: SyncRequest[] = []
  const elsewhere = deviceId('elsewhere')
  let elsewhereN = 0
  const tags = new Map<string, string>()

  function tagOf(rights: string): string {
    const tag = tags.get(rights) ?? `rights-${tags.size + 1}`
    tags.set(rights, tag)
    return tag
  }

  function apply(op: Op): OpOutcome {
    const n = Number(op.id.split(':').at(-1))
    if (op.kind === 'settle') return { n, outcome: 'applied', bucket: op.bucket }
    const { record, outcome } = applyOp(records.get(op.rec), op)
    const seq = (heads.get(op.bucket) ?? 0) + 1
    heads.set(op.bucket, seq)
    records.set(op.rec, record)
    seqs.set(op.rec, seq)
    return { n, outcome, bucket: op.bucket, seq }
  }

  function push(device: KnownDevice, { from, ops, lost = [] }: PushRequest) {
    const outcomes: OpOutcome[] = []
    while (lost.includes(device.last + 1)) {
      device.last++
      device.lost.push(device.last)
    }
    if (ops.length > 0 && from > device.last + 1) {
      return { error: { kind: 'gap', expected: device.last + 1 } }
    }
    for (const [index, raw] of ops.entries()) {
      const op = raw as Op
      const n = from + index
      const known = device.outcomes.get(n)
      if (known && known.hash !== op.hash) return { error: { kind: 'clone', n } }
      const outcome = known?.outcome ?? take(device, op, n)
      device.outcomes.set(n, { hash: op.hash, outcome })
      device.last = Math.max(device.last, n)
      outcomes.push(outcome)
    }
    return { last: device.last, outcomes, ...(device.lost.length > 0 && { lost: device.lost }) }
  }

  function take(device: KnownDevice, op: Op, n: number): OpOutcome {
    const reason = server.refuse(op)
    if (reason) return { n, outcome: 'quarantined', reason }
    for (const { v } of Object.values(op.f)) {
      if (v && typeof v === 'object' && 'sha256' in v) device.named.add(String(v.sha256))
    }
    return apply(op)
  }

  function pull(grants: ReadonlyMap<BucketId, string>, { pull: request }: SyncRequest) {
    if (!request) return []
    const cursors = cursorsByBucket(grants.keys(), request.cursors)
    let room = request.limit ?? LIMITS.rowsPerPull
    return [...grants.keys()].sort().flatMap((bucket) => {
      const cursor = cursors[bucket] ?? 0
      const head = heads.get(bucket) ?? 0
      if (head === cursor) return []
      const rows = [...records.values()]
        .filter((state) => state.bucket === bucket && (seqs.get(state.id) ?? 0) > cursor)
        .map((state) => ({ seq: seqs.get(state.id) ?? 0, ...state }))
        .sort((a, b) => a.seq - b.seq)
      const sent = rows.slice(0, room)
      room -= sent.length
      const upTo = sent.length === rows.length ? head : (sent.at(-1)?.seq ?? cursor)
      return [{ bucket, rows: sent, upTo, head }]
    })
  }

  function expectedBy(device: KnownDevice): string[] {
    const named = new Set([...devices.values()].flatMap((each) => [...each.named]))
    return [...named].filter((sha256) => !blobs.has(sha256) && !device.named.has(sha256))
  }

  async function sync(device: KnownDevice, request: SyncRequest, noGrants: boolean) {
    requests.push(request)
    const isStale = (request.epoch ?? server.epoch) !== server.epoch
    const sent = isStale ? undefined : request.push
    const pushed = sent ? push(device, sent) : { last: device.last, outcomes: [] }
    if (pushed.error) return json(409, { error: pushed.error })
    const grants = grantsFor(device.profile)
    const tag = noGrants ? 'none' : tagOf(JSON.stringify([server.epoch, ...grants]))
    const isReadable = request.pull?.grants === tag || request.pull?.cursors.length === 0
    const pages = noGrants || isStale || !isReadable ? [] : pull(grants, request)
    const news = pages.map(({ bucket, head }) => [bucket, head] as const)
    const all = [...grants.keys()].map((bucket) => [bucket, heads.get(bucket) ?? 0] as const)
    const wire = await writeWire({
      epoch: server.epoch,
      serverTime: now(),
      push: pushed,
      tag,
      ...(request.pull?.grants !== tag && { grants: noGrants ? {} : Object.fromEntries(grants) }),
      news: Object.fromEntries(isReadable || noGrants ? news : all),
      pages,
      wanted: [...device.named].filter((sha256) => !blobs.has(sha256)),
      expected: expectedBy(device),
    })
    return new Response(wire)
  }

  async function answer(path: string, init: RequestInit, fault: Fault | undefined) {
    const headers = new Headers(init.headers)
    const device = devices.get((headers.get('authorization') ?? '').replace('Bearer ', ''))
    if (!device) return json(401, { error: { kind: 'unknown-device' } })
    if (path === '/v1/sync') {
      return sync(device, syncRequest.parse(JSON.parse(String(init.body))), fault === 'no-grants')
    }
    if (path.startsWith('/v1/uploads/')) {
      const sha256 = path.replace('/v1/uploads/', '')
      if (!device.named.has(sha256)) return json(404, { error: { kind: 'not-found' } })
      return uploads.answer(sha256, init)
    }
    const bytes = blobs.get(path.replace('/v1/blobs/', ''))
    return bytes ? new Response(bytes) : json(404, { error: { kind: 'not-found' } })
  }

  const server: FakeServer = {
    faults: [],
    offline: false,
    portalFor: undefined,
    epoch: 'first',
    refuse: () => undefined,
    requests,
    records,
    blobs,
    async fetch(path, init) {
      const fault = server.faults.shift()
      if (typeof fault === 'function') fault(init)
      if (server.offline || fault === 'offline' || typeof fault === 'function') {
        throw new TypeError('Failed to fetch')
      }
      const isCaught = server.portalFor !== undefined && path.startsWith(server.portalFor)
      if (fault === 'captive-portal' || isCaught) return new Response('<html>Bienvenue</html>')
      if (fault === 'wrong-shape') return json(200, { epoch: 3, pages: 'none' })
      if (typeof fault === 'object') return json(fault.status, { error: fault.error })
      const response = await answer(path, init, fault)
      if (fault === 'lose-answer') throw new TypeError('Connection reset')
      return response
    },
    welcome(token, profile) {
      devices.set(token, { profile, outcomes: new Map(), named: new Set(), lost: [], last: 0 })
    },
    async write(type, scope, id, fields) {
      const before = records.get(recordId(id))
      const bucket = bucketId(scope, RECORD_CLASSES[type])
      elsewhereN++
      const op = await hashOp({
        id: opId(elsewhere, elsewhereN),
        rec: recordId(id),
        type,
        bucket,
        kind: before ? 'set' : 'create',
        f: Object.fromEntries(
          Object.entries(fields).map(([name, v]) => [
            name,
            { v, base: before?.f[name]?.op ?? null },
          ]),
        ),
        sv: 1,
        actor: personId('someone'),
        h: hlcAt(now()),
        wall: now(),
        tz: -240,
      })
      apply(op)
    },
    heldFrom: (token) => devices.get(token)?.last ?? 0,
    restoreTo(token, last) {
      const device = devices.get(token)
      if (!device) return
      for (const n of [...device.outcomes.keys()]) if (n > last) device.outcomes.delete(n)
      device.last = last
    },
  }
  return server
}

function grantsFor({ person, dispositif, device, sites }: Profile) {
  return grantsOf({
    role: person.role,
    dispositif: dispositif.id,
    device,
    sites: sites.map((id) => ({ id, sharesEvents: true })),
  })
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status })
}
