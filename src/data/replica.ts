/*
 * The fold: everything on the screen is what was received, with what was written here on top.
 *
 * Invariants: a received record replaces an older one (`seq`), in whatever order pages are read; an
 * operation stays on top until its record is received at least at the operation's `seq`, so a value
 * typed here never blinks back; one set aside is not folded; one sent again to a restored server is
 * not folded twice over a record that held it; `list` returns the same array until one of its
 * records changes.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import { disputedFields } from '#protocol/disputes.ts'
import { applyOp, type RecordState, shownFields } from '#protocol/merge.ts'
import { generationOf } from './generation.ts'
import type { KeptOp, ReceivedRecord } from './stored-shapes.ts'
import type { Replica, Snapshot } from './workspace.ts'

export interface FoldedReplica extends Replica {
  /** The folded state, which an author builds on; deleted records included. */
  stateOf(id: RecordId): RecordState | undefined
  /** Sequence at which a record was received, 0 before. */
  seqOf(id: RecordId): number
  /** Records shown that the last whole reading of their bucket did not bring. */
  awaited(isAwaited: (bucket: string, seq: number) => boolean): readonly RecordId[]
  /** Takes received records and operations whose journey changed; listeners hear once. */
  change(received: readonly ReceivedRecord[], ops: readonly KeptOp[]): void
}

const EMPTY: readonly Snapshot[] = []

/** An empty replica. */
export function createReplica(): FoldedReplica {
  const received = new Map<RecordId, ReceivedRecord>()
  const onTop = new Map<RecordId, Map<number, KeptOp>>()
  const folded = new Map<RecordId, RecordState>()
  const snapshots = new Map<RecordId, Snapshot>()
  const groups = new Map<string, Map<RecordId, Snapshot>>()
  const lists = new Map<string, readonly Snapshot[]>()
  const listeners = new Set<() => void>()

  function refold(id: RecordId): void {
    let state = received.get(id)?.state
    const ops = [...(onTop.get(id)?.values() ?? [])].sort((a, b) => a.n - b.n)
    for (const { op } of ops) state = applyOp(state, op).record
    if (state) folded.set(id, state)
    else folded.delete(id)
    const unsent = ops.some((kept) => kept.state === 'pending')
    show(id, state && !state.deleted ? snapshotOf(state, unsent) : undefined)
  }

  function show(id: RecordId, next: Snapshot | undefined): void {
    const before = snapshots.get(id)
    for (const key of before ? groupKeys(before) : []) {
      groups.get(key)?.delete(id)
      lists.delete(key)
    }
    if (!next) {
      snapshots.delete(id)
      return
    }
    snapshots.set(id, next)
    for (const key of groupKeys(next)) {
      const group = groups.get(key) ?? new Map<RecordId, Snapshot>()
      groups.set(key, group.set(id, next))
      lists.delete(key)
    }
  }

  function keep(kept: KeptOp): void {
    const ops = onTop.get(kept.op.rec) ?? new Map<number, KeptOp>()
    if (isOnTop(kept, received.get(kept.op.rec)?.seq ?? 0)) ops.set(kept.n, kept)
    else ops.delete(kept.n)
    if (ops.size > 0) onTop.set(kept.op.rec, ops)
    else onTop.delete(kept.op.rec)
  }

  return {
    list(type, scope) {
      const key = groupKey(type, scope)
      const group = groups.get(key)
      if (!group?.size) return EMPTY
      const known = lists.get(key)
      if (known) return known
      const list = [...group.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
      lists.set(key, list)
      return list
    },
    get: (id) => snapshots.get(id),
    stateOf: (id) => folded.get(id),
    seqOf: (id) => received.get(id)?.seq ?? 0,
    awaited: (isAwaited) =>
      [...snapshots.values()].flatMap(({ id, bucket }) => {
        const seq = received.get(id)?.seq
        return seq !== undefined && isAwaited(bucket, seq) ? [id] : []
      }),
    change(records, ops) {
      const touched = new Set<RecordId>()
      for (const record of records) {
        const { id } = record.state
        if (record.seq < (received.get(id)?.seq ?? 0)) continue
        received.set(id, record)
        touched.add(id)
        for (const kept of [...(onTop.get(id)?.values() ?? [])]) keep(kept)
      }
      for (const kept of ops) {
        keep(kept)
        touched.add(kept.op.rec)
      }
      if (touched.size === 0) return
      for (const id of touched) refold(id)
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** True while the operation must be applied over what was received of its record at `seq`. */
export function isOnTop(kept: KeptOp, seq: number): boolean {
  const { state, heldAt, reason } = kept
  const isHeld = heldAt !== undefined && seq >= heldAt && generationOf(seq) === generationOf(heldAt)
  if (isHeld || reason !== undefined) return false
  return state === 'pending' || (state === 'acked' && kept.seq > seq)
}

function snapshotOf(state: RecordState, unsent: boolean): Snapshot {
  return {
    id: state.id,
    type: state.type,
    bucket: state.bucket,
    scope: parseBucketId(state.bucket)?.scope ?? '',
    fields: shownFields(state),
    disputed: disputedFields(state),
    unsent,
  }
}

function groupKeys({ type, scope }: Snapshot): readonly string[] {
  return [groupKey(type, undefined), groupKey(type, scope)]
}

function groupKey(type: RecordType, scope: string | undefined): string {
  return scope === undefined ? type : `${type} ${scope}`
}
