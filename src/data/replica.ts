/*
 * The fold: everything on the screen is what was received, with what was written here on top.
 *
 * Invariants: a received record replaces an older one (`seq`), in whatever order pages are read; an
 * operation stays on top until its record is received at least at the operation's `seq`, so a value
 * typed here never blinks back; one set aside is not folded; one sent again to a restored server is not
 * folded twice over a record that held it; a list is the same array until one of its records
 * changes; nothing here parses a record nobody looks at (`read-ahead.ts` does, of the first of each list).
 */
import { listKey } from '#domain/list-key.ts'
import { type RecordId, recordId } from '#domain/shared/ids.ts'
import { type RecordState, takeOnce } from '#protocol/merge.ts'
import { generationOf } from './generation.ts'
import { type ReceivedRecord, stateOfReceived } from './page.ts'
import { readDisputes } from './read-disputes.ts'
import { createShelves, type Kind } from './shelves.ts'
import { ReceivedSnapshot, snapshotOf } from './snapshots.ts'
import type { KeptOp } from './stored-shapes.ts'
import type { Replica, Snapshot } from './workspace.ts'

export interface FoldedReplica extends Replica {
  /** The folded state, which an author builds on; deleted records included. */
  stateOf(id: RecordId): RecordState | undefined
  /** A record as it was received, without what was written here on top. */
  received(id: string): ReceivedRecord | undefined
  /** Sequence at which a record was received, 0 before. */
  seqOf(id: RecordId): number
  /** Number of records received of a bucket, deleted ones included. */
  receivedIn(bucket: string): number
  /** Records shown that the last whole reading of their bucket did not bring. */
  awaited(isAwaited: (bucket: string, seq: number) => boolean): readonly RecordId[]
  /** Every record of some buckets, deleted ones included. */
  ofBuckets(isAsked: (bucket: string) => boolean): readonly RecordState[]
  /** Forgets what was received of some buckets; listeners hear once. */
  drop(isGone: (bucket: string) => boolean): void
  /** Takes received records and operations whose journey changed; listeners hear once. */
  change(received: readonly ReceivedRecord[], ops: readonly KeptOp[]): void
}

/** An empty replica. */
export function createReplica(): FoldedReplica {
  const received = new Map<RecordId, ReceivedRecord>()
  const receivedByBucket = new Map<string, number>()
  const onTop: OpsByRecord = new Map()
  /** Sent again, in what was received so far: a record of the restored server may come without them. */
  const held: OpsByRecord = new Map()
  const folded = new Map<RecordId, RecordState>()
  /** The shelf of each folded record that is live; another stands where it was received. */
  const foldedKinds = new Map<RecordId, Kind>()
  const snapshots = new Map<RecordId, Snapshot>()
  const shelves = createShelves(get)
  /** Records with more than one head somewhere: all that a disagreement can be found among. */
  const beside = new Set<RecordId>()
  let disputed: readonly Snapshot[] = []
  let knownDisputed: readonly Snapshot[] | undefined
  const listeners = new Set<() => void>()

  /** Where a record stands, `record` being what was last received of it when it was put there. */
  function kindOf(id: RecordId, record: ReceivedRecord | undefined): Kind | undefined {
    if (folded.has(id)) return foldedKinds.get(id)
    return record && !record.deleted ? record.kind : undefined
  }

  /**
   * `before` is what was last received of it at the last fold; `laid` is what the fold gives, when it is
   * known: one operation more on what it gave.
   */
  function refold(id: RecordId, before: ReceivedRecord | undefined, laid?: RecordState): void {
    snapshots.delete(id)
    beside.delete(id)
    const was = kindOf(id, before)
    if (was) shelves.leave(id, was)
    const record = received.get(id)
    const ops = onTop.get(id)
    if (!ops) {
      folded.delete(id)
      foldedKinds.delete(id)
      if (record) takeReceived(record)
      return
    }
    let state = laid ?? (record && stateOfReceived(record))
    if (!laid) {
      for (const { op } of [...ops.values()].sort((a, b) => a.n - b.n)) state = takeOnce(state, op)
    }
    if (state) folded.set(id, state)
    if (state?.x ?? state?.ends) beside.add(id)
    const live = state && !state.deleted ? state : undefined
    foldedKinds.delete(id)
    if (!live) return
    const { status, day } = listKey(live.type, (field) => live.f[field]?.v)
    const kind = { type: live.type, bucket: live.bucket, status }
    foldedKinds.set(id, kind)
    shelves.add({ id, kind, day })
  }

  /** Lays a record on which nothing was written here: most of a cold start, so no more than it asks. */
  function takeReceived(record: ReceivedRecord): void {
    if (record.beside) beside.add(record.id)
    if (!record.deleted) shelves.add(record)
  }

  function get(id: RecordId): Snapshot | undefined {
    const known = snapshots.get(id)
    if (known) return known
    const state = folded.get(id)
    const record = received.get(id)
    const made = state
      ? state.deleted
        ? undefined
        : snapshotOf(state, isUnsent(onTop.get(id)))
      : record && !record.deleted
        ? new ReceivedSnapshot(record)
        : undefined
    if (made) snapshots.set(id, made)
    return made
  }

  function keep(kept: KeptOp): void {
    const isShown = isOnTop(kept, received.get(kept.op.rec)?.seq ?? 0)
    place(onTop, kept, isShown)
    place(held, kept, !isShown && isSentAgain(kept))
  }

  /** Read again at each change; the same array while nothing in it moved. */
  function readDisputed(): readonly Snapshot[] {
    if (knownDisputed) return knownDisputed
    const found = [...beside].sort().flatMap((id) => {
      const snapshot = get(id)
      return snapshot && snapshot.disputed.length > 0 ? [snapshot] : []
    })
    const isSame =
      found.length === disputed.length && found.every((one, at) => one === disputed[at])
    if (!isSame) disputed = found
    knownDisputed = disputed
    return disputed
  }

  function stateOf(id: RecordId): RecordState | undefined {
    const record = received.get(id)
    return folded.get(id) ?? (record && stateOfReceived(record))
  }

  return {
    list: shelves.list,
    latest: shelves.latest,
    counts: shelves.counts,
    get,
    stateOf,
    disputed: readDisputed,
    disputesOf(id) {
      const state = get(id) && stateOf(id)
      return state ? readDisputes(state) : []
    },
    received: (id) => received.get(recordId(id)),
    seqOf: (id) => received.get(id)?.seq ?? 0,
    receivedIn: (bucket) => receivedByBucket.get(bucket) ?? 0,
    awaited: (isAwaited) =>
      [...received.values()].flatMap(({ id, seq, kind }) =>
        isAwaited(kind.bucket, seq) && get(id) ? [id] : [],
      ),
    ofBuckets: (isAsked) =>
      [...received.values()]
        .filter(({ kind }) => isAsked(kind.bucket))
        .map((record) => folded.get(record.id) ?? stateOfReceived(record)),
    drop(isGone) {
      const gone = [...received.values()].filter(({ kind }) => isGone(kind.bucket))
      for (const { id, kind } of gone) {
        received.delete(id)
        receivedByBucket.delete(kind.bucket)
      }
      for (const record of gone) refold(record.id, record)
      if (gone.length > 0) for (const listener of [...listeners]) listener()
    },
    change(records, ops) {
      /** With what was last received of each at its last fold. */
      const touched = new Map<RecordId, ReceivedRecord | undefined>()
      let isMoved = ops.length > 0
      for (const record of records) {
        const { id } = record
        const before = received.get(id)
        if (before && record.seq < before.seq) continue
        isMoved = true
        received.set(id, record)
        if (!before) {
          const { bucket } = record.kind
          receivedByBucket.set(bucket, (receivedByBucket.get(bucket) ?? 0) + 1)
        }
        if (!(before || onTop.has(id) || held.has(id))) {
          takeReceived(record)
          continue
        }
        if (!touched.has(id)) touched.set(id, before)
        for (const ops of [onTop.get(id), held.get(id)]) {
          if (ops) for (const kept of [...ops.values()]) keep(kept)
        }
      }
      for (const kept of ops) {
        const { n, op } = kept
        const below = onTop.get(op.rec)?.keys() ?? []
        // A tap late in a form filled in offline folds one operation, not a thousand.
        const isLast = !touched.has(op.rec) && n > Math.max(...below)
        keep(kept)
        const record = received.get(op.rec)
        if (isLast && onTop.get(op.rec)?.has(n)) {
          refold(op.rec, record, takeOnce(stateOf(op.rec), op))
        } else if (!touched.has(op.rec)) touched.set(op.rec, record)
      }
      if (!isMoved) return
      for (const [id, before] of touched) refold(id, before)
      knownDisputed = undefined
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type OpsByRecord = Map<RecordId, Map<number, KeptOp>>

function place(ops: OpsByRecord, kept: KeptOp, isHere: boolean): void {
  const { rec } = kept.op
  const here = ops.get(rec)
  if (isHere) ops.set(rec, (here ?? new Map<number, KeptOp>()).set(kept.n, kept))
  else if (here?.delete(kept.n) && here.size === 0) ops.delete(rec)
}

function isSentAgain({ state, heldAt }: KeptOp): boolean {
  return state === 'pending' && heldAt !== undefined
}

/** True while the operation must be applied over what was received of its record at `seq`. */
export function isOnTop(kept: KeptOp, seq: number): boolean {
  const { state, heldAt, reason } = kept
  const isHeld = heldAt !== undefined && seq >= heldAt && generationOf(seq) === generationOf(heldAt)
  if (isHeld || reason !== undefined || kept.op.kind === 'settle') return false
  return state === 'pending' || (state === 'acked' && kept.seq > seq)
}

function isUnsent(ops: ReadonlyMap<number, KeptOp> | undefined): boolean {
  return [...(ops?.values() ?? [])].some(({ state }) => state === 'pending')
}
