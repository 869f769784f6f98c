import { createReplica } from '#data/replica.ts'
import type { KeptOp } from '#data/stored-shapes.ts'
import { fieldKind } from '#domain/field-kinds.ts'
import { deviceId, type RecordId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { isExistenceDisputed } from '#protocol/disputes.ts'
import { deletionCloses, restoreCloses } from '#protocol/field-write.ts'
import { canonicalJson } from '#protocol/hash-op.ts'
import { effectiveHlc, type Hlc, nextHlc } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { type Op, opId, opIdParts } from '#protocol/op.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { PEOPLE } from '#tests/support/test-server.ts'
import { receivedOf } from '#tests/support/wire.ts'
import { Broken, type Fault, lonely } from './fault.ts'
import { checkRecordKeeps } from './invariants.ts'

const START = Date.parse('2026-11-24T13:00:00Z')
const FIVE_WEEKS_MS = 35 * 86_400_000
const BUCKET = bucketId(siteId('home'), 'quality')
const FIELDS = ['answers.C1', 'answers.C2', 'status', 'comment'] as const

interface Logged {
  readonly op: Op
  readonly h: Hlc
}

interface Peer {
  readonly replica: ReturnType<typeof createReplica>
  readonly queue: KeptOp[]
  /** Operations the server took; sent again at times, as after a lost answer. */
  readonly sent: Op[]
  readonly skewMs: number
  n: number
  hlc: Hlc | undefined
  cursor: number
}

interface Hub {
  readonly log: Logged[]
  readonly states: Map<RecordId, { seq: number; state: RecordState }>
  readonly lastByDevice: Map<string, { n: number; h: Hlc }>
  head: number
  now: number
}

/** Applies once what comes in the order of its numbers; repetitions and what runs ahead change nothing. */
function receive(hub: Hub, op: Op): number | undefined {
  const device = op.id.slice(0, op.id.indexOf(':'))
  const n = Number(op.id.slice(op.id.indexOf(':') + 1))
  const last = hub.lastByDevice.get(device)
  if (n !== (last?.n ?? 0) + 1) return undefined
  const wished = effectiveHlc(op.h, hub.now)
  const h = !last || wished > last.h ? wished : nextHlc(last.h, 0)
  hub.lastByDevice.set(device, { n, h })
  const { record } = applyOp(hub.states.get(op.rec)?.state, op, h)
  hub.head += 1
  hub.states.set(op.rec, { seq: hub.head, state: record })
  hub.log.push({ op, h })
  return hub.head
}

function writeOn(dice: Dice, hub: Hub, peer: Peer, device: number, records: readonly RecordId[]) {
  const rec = dice.pick(records)
  const before = peer.replica.stateOf(rec)
  const isDelete = before !== undefined && dice.chance(0.08)
  const isRestore = before !== undefined && isExistenceDisputed(before) && dice.chance(0.2)
  const names =
    isDelete || isRestore
      ? []
      : dice.chance(0.3)
        ? [dice.pick(FIELDS), 'title']
        : [dice.pick(FIELDS)]
  const isResolve = before !== undefined && names.some((name) => before.x?.[name])
  const closes = isDelete
    ? deletionCloses(before)
    : isRestore
      ? restoreCloses(before)
      : isResolve && dice.chance(0.6)
        ? names.flatMap((name) => (before.x?.[name] ?? []).map(({ op }) => op))
        : undefined
  peer.n += 1
  peer.hlc = nextHlc(peer.hlc, hub.now + peer.skewMs)
  const op: Op = {
    id: opId(deviceId(`d${device}`), peer.n),
    rec,
    type: 'audit',
    bucket: BUCKET,
    kind: isDelete
      ? 'delete'
      : isRestore
        ? 'restore'
        : before
          ? closes
            ? 'resolve'
            : 'set'
          : 'create',
    f: Object.fromEntries(
      names.map((name) => [name, { v: dice.between(0, 4), base: before?.f[name]?.op ?? null }]),
    ),
    ...(closes && { closes }),
    sv: 1,
    actor: PEOPLE.officer,
    h: peer.hlc,
    wall: hub.now + peer.skewMs,
    tz: 0,
    hash: '',
  }
  const kept: KeptOp = { n: peer.n, state: 'pending', seq: 0, op, savedAt: op.wall }
  peer.queue.push(kept)
  peer.replica.change([], [kept])
}

/** Sends a batch, at times after one already sent, and hears what became of it, or does not. */
function push(dice: Dice, hub: Hub, peer: Peer, isHeard: boolean): void {
  if (dice.chance(0.2) && peer.sent.length > 0) receive(hub, dice.pick(peer.sent))
  const batch = peer.queue.slice(0, dice.between(1, 5))
  if (dice.chance(0.1)) batch.reverse()
  for (const kept of batch) {
    const known = hub.lastByDevice.get(kept.op.id.slice(0, kept.op.id.indexOf(':')))?.n ?? 0
    const seq = kept.n <= known ? seqOf(hub, kept.op) : receive(hub, kept.op)
    if (seq === undefined || !isHeard) continue
    peer.queue.splice(peer.queue.indexOf(kept), 1)
    peer.sent.push(kept.op)
    peer.replica.change([], [{ ...kept, state: 'acked', seq }])
  }
}

function seqOf({ states }: Hub, { rec }: Op): number {
  return states.get(rec)?.seq ?? 0
}

/** Takes what changed since the cursor; pages come in any order and at times twice. */
function pull(dice: Dice, hub: Hub, peer: Peer): void {
  const rows = [...receivedOf([...hub.states.values()].filter(({ seq }) => seq > peer.cursor))]
  if (dice.chance(0.3)) rows.reverse()
  peer.replica.change(rows, [])
  if (dice.chance(0.2)) peer.replica.change(rows.slice(0, 1), [])
  peer.cursor = hub.head
}

function runCase(seed: number): number {
  const dice = createDice(seed)
  const hub: Hub = {
    log: [],
    states: new Map(),
    lastByDevice: new Map(),
    head: 0,
    now: START,
  }
  const peers = Array.from(
    { length: dice.between(2, 8) },
    (): Peer => ({
      replica: createReplica(),
      queue: [],
      sent: [],
      skewMs: dice.between(-FIVE_WEEKS_MS, FIVE_WEEKS_MS),
      n: 0,
      hlc: undefined,
      cursor: 0,
    }),
  )
  const records = ['r1', 'r2', 'r3'].slice(0, dice.between(1, 3)).map(recordId)
  for (let step = dice.between(4, 40); step > 0; step--) {
    const index = dice.between(0, peers.length - 1)
    const peer = peers[index]
    if (!peer) continue
    hub.now += dice.between(0, 60_000)
    const drawn = dice.roll()
    if (drawn < 0.5) writeOn(dice, hub, peer, index, records)
    else if (drawn < 0.75) push(dice, hub, peer, dice.chance(0.7))
    else pull(dice, hub, peer)
  }
  for (const peer of peers) while (peer.queue.length > 0) push(dice, hub, peer, true)
  for (const peer of peers) pull(dice, hub, peer)
  check(hub, peers, records)
  checkAnyOrder(dice, hub.log, records)
  return 1
}

function check({ log, states }: Hub, peers: readonly Peer[], records: readonly RecordId[]): void {
  for (const rec of records) {
    const mine = log.filter(({ op }) => op.rec === rec)
    const state = states.get(rec)?.state
    checkRecordKeeps(
      mine.map(({ op }) => op),
      state,
    )
    const replayed = mine.reduce<RecordState | undefined>(
      (before, { op, h }) => applyOp(before, op, h).record,
      undefined,
    )
    const text = textOf(state)
    if (textOf(replayed) !== text) throw new Broken('I4', `${rec} is not the replay of its log`)
    for (const [index, { replica }] of peers.entries()) {
      const own = textOf(replica.stateOf(rec))
      if (own !== text) throw new Broken('I3', `d${index} holds ${own}, the server ${text}`)
    }
  }
}

/**
 * The heads of a field are the writes that no other covers, told from the operations alone; the newest
 * stamp is shown first. Whatever the order in which devices are heard, the heads are the same.
 */
function checkAnyOrder(dice: Dice, log: readonly Logged[], records: readonly RecordId[]): void {
  for (const rec of records) {
    const mine = log.filter(({ op }) => op.rec === rec)
    const expected = canonicalJson(headsFrom(mine))
    const orders = [mine, shuffled(dice, mine)]
    for (const order of orders) {
      const state = order.reduce<RecordState | undefined>(
        (before, { op, h }) => applyOp(before, op, h).record,
        undefined,
      )
      const found = canonicalJson(state ? headsIn(state) : {})
      if (found !== expected) throw new Broken('I2', `heads ${found} in place of ${expected}`)
      const ended = endsFrom(mine.map(({ op }) => op))
      const { deleted } = state ?? {}
      if (deleted ? !ended.includes(deleted) : ended.length > 0) {
        throw new Broken('I2', `deleted by ${deleted} in place of one of ${ended}`)
      }
    }
  }
}

/**
 * The deletions nobody has undone, whose author had seen all the rest but other deletions that stand: people
 * who delete, at once or in turn, agree; a deletion since undone is an act one must have seen, else the record
 * stays and a person is asked.
 */
function endsFrom(ops: readonly Op[]): readonly Op['id'][] {
  const removals = ops.filter(({ kind }) => kind === 'delete')
  const restores = ops.filter(({ kind }) => kind === 'restore')
  const closed = new Set(restores.flatMap(({ closes = [] }) => closes))
  const words = ops.filter(({ kind, id }) => kind !== 'delete' || closed.has(id))
  return removals
    .filter(({ id }) => !closed.has(id))
    .filter((removal) => words.every(({ id }) => isSeenBy(removal, id)))
    .map(({ id }) => id)
}

function isSeenBy({ id, closes = [] }: Op, other: Op['id']): boolean {
  const { device, n } = opIdParts(other)
  return [id, ...closes].some((seen) => {
    const parts = opIdParts(seen)
    return parts.device === device && parts.n >= n
  })
}

type Heads = Record<string, { readonly all: readonly string[]; readonly newest: string }>

function headsFrom(log: readonly Logged[]): Heads {
  const heads: Heads = {}
  for (const field of new Set(log.flatMap(({ op }) => Object.keys(op.f)))) {
    const writes = log.filter(({ op }) => Object.hasOwn(op.f, field))
    const covered = new Set(writes.flatMap(({ op }) => [op.f[field]?.base, ...(op.closes ?? [])]))
    const left = writes.filter(({ op }) => !covered.has(op.id))
    const byAge = left.toSorted((a, b) => (a.h + a.op.id < b.h + b.op.id ? -1 : 1))
    const all = left.map(({ op }) => String(op.id)).sort()
    heads[field] = { all, newest: byAge.at(-1)?.op.id ?? '' }
  }
  return heads
}

function headsIn({ type, f, x }: RecordState): Heads {
  return Object.fromEntries(
    Object.entries(f).map(([field, shown]) => {
      const heads = [shown, ...(x?.[field] ?? [])]
      const [newest] = heads.toSorted((a, b) => (a.h + a.op < b.h + b.op ? 1 : -1))
      // A status or a member has its own rule of what is shown; the others show the newest.
      const isPlain = fieldKind(type, field) !== 'status' && fieldKind(type, field) !== 'member'
      const all = heads.map(({ op }) => String(op)).sort()
      return [field, { all, newest: (isPlain ? shown : newest)?.op ?? '' }]
    }),
  )
}

/** Another order in which the server could have heard the devices; each stays in its own order. */
function shuffled(dice: Dice, log: readonly Logged[]): readonly Logged[] {
  const queues = new Map<string, Logged[]>()
  for (const one of log) {
    const device = one.op.id.slice(0, one.op.id.indexOf(':'))
    queues.set(device, [...(queues.get(device) ?? []), one])
  }
  const order: Logged[] = []
  while (order.length < log.length) {
    const next = dice.pick([...queues.values()].filter((queue) => queue.length > 0)).shift()
    if (next) order.push(next)
  }
  return order
}

function textOf(state: RecordState | undefined): string {
  return state ? canonicalJson(JSON.parse(JSON.stringify(state))) : ''
}

/**
 * Two to eight devices, up to forty steps, clocks wrong by up to five weeks, batches repeated,
 * reversed and unheard, pages out of order: all end with the same records and no value lost.
 */
export const convergence: Fault = {
  id: 'T1',
  title: 'convergence of two to eight devices in memory',
  unit: 'histories',
  perCommit: 12_000,
  open: lonely(async (seed) => runCase(seed)),
}
