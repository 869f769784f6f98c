/*
 * Merge rules: one record, one operation, a new record. The server applies them in order of
 * receipt; a device applies the same ones to what it has not yet sent.
 *
 * Each field is a set of concurrent heads (a multi-value register): `f` holds the one shown, `x`
 * the others. An operation replaces the head its author was looking at (`base`); when that head is
 * gone, someone else wrote meanwhile, and both values stay until a person settles.
 *
 * Kept here: I2, no distinct value disappears without someone having seen it; a delete never
 * beats an edit its author had not seen; the clock orders heads and does nothing else.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import { canonicalJson } from './hash-op.ts'
import type { Hlc } from './hlc.ts'
import { type Op, type OpId, opIdParts } from './op.ts'

export interface Head {
  readonly v: Json
  readonly op: OpId
  readonly h: Hlc
  /** Other operations that wrote the same value at the same time: an author may build on any. */
  readonly eq?: readonly OpId[]
}

/** A record as the server hands it out and as a device folds it. */
export interface RecordState {
  readonly id: RecordId
  readonly type: RecordType
  readonly bucket: BucketId
  readonly f: Readonly<Record<string, Head>>
  /** Concurrent values not shown, by field: what the conflict inbox lists. */
  readonly x?: Readonly<Record<string, readonly Head[]>>
  /** The operation that deleted the record, when nothing unseen stood against it. */
  readonly deleted?: OpId
  /** The last operation applied: what a delete says it has seen. */
  readonly last: OpId
}

export type MergeOutcome = 'applied' | 'merged' | 'conflict'

/**
 * Applies `op` to `record`; `h` is the stamp others will see (`effectiveHlc`). Outcome:
 * `applied` when the author had seen everything, `merged` when others had written elsewhere in the
 * record or the same value, `conflict` when a second value now waits for a person.
 */
export function applyOp(
  record: RecordState | undefined,
  op: Op,
  h: Hlc = op.h,
): { record: RecordState; outcome: MergeOutcome } {
  const before: RecordState = record ?? {
    id: op.rec,
    type: op.type,
    bucket: op.bucket,
    f: {},
    last: op.id,
  }
  const f: Record<string, Head> = Object.assign(Object.create(null), before.f)
  const x: Record<string, readonly Head[]> = Object.assign(Object.create(null), before.x)
  let outcome: MergeOutcome = 'applied'

  for (const [field, { v, base }] of Object.entries(op.f)) {
    const merged = mergeField(headsOf(before, field), { v, op: op.id, h }, base, op.closes ?? [])
    const [shown, ...others] = merged.heads
    if (!shown) continue
    f[field] = shown
    if (others.length > 0) x[field] = others
    else delete x[field]
    outcome = worse(outcome, merged.outcome)
  }

  const { deleted, unseen } = deletionAfter(before, op, record !== undefined)
  if (unseen) outcome = 'conflict'
  const next: RecordState = {
    id: before.id,
    type: before.type,
    bucket: before.bucket,
    f,
    ...(Object.keys(x).length > 0 && { x }),
    ...(deleted && { deleted }),
    last: op.id,
  }
  return { record: next, outcome }
}

/** The values on show, as screens and rules read them. */
export function shownFields(record: RecordState): Fields {
  const fields: Record<string, Json> = Object.create(null)
  for (const [name, head] of Object.entries(record.f)) fields[name] = head.v
  return fields
}

function headsOf(record: RecordState, field: string): readonly Head[] {
  const shown = Object.hasOwn(record.f, field) ? record.f[field] : undefined
  return shown ? [shown, ...(record.x?.[field] ?? [])] : []
}

function mergeField(
  heads: readonly Head[],
  incoming: Head,
  base: OpId | null,
  closes: readonly OpId[],
): { heads: readonly Head[]; outcome: MergeOutcome } {
  if (heads.some((head) => coversAlready(head, incoming))) return { heads, outcome: 'merged' }
  const others = heads.filter((head) => !isSeen(head, base, closes))
  const seen = others.length < heads.length || (heads.length === 0 && base === null)
  const value = canonicalJson(incoming.v)
  if (others.some((head) => canonicalJson(head.v) === value)) {
    const joined = others.map((head) =>
      canonicalJson(head.v) === value ? { ...head, eq: [...(head.eq ?? []), incoming.op] } : head,
    )
    return { heads: joined, outcome: 'merged' }
  }
  if (others.length === 0) return { heads: [incoming], outcome: seen ? 'applied' : 'merged' }
  return { heads: [...others, incoming].sort(newestFirst), outcome: 'conflict' }
}

function isSeen(head: Head, base: OpId | null, closes: readonly OpId[]): boolean {
  return [head.op, ...(head.eq ?? [])].some((op) => op === base || closes.includes(op))
}

/** The same device already wrote here with this number or a later one: a repetition. */
function coversAlready(head: Head, incoming: Head): boolean {
  const mine = opIdParts(incoming.op)
  return [head.op, ...(head.eq ?? [])].some((op) => {
    const { device, n } = opIdParts(op)
    return device === mine.device && n >= mine.n
  })
}

/** Ties are broken by the operation's id, so that every replica shows the same value. */
function newestFirst(a: Head, b: Head): number {
  if (a.h !== b.h) return a.h > b.h ? -1 : 1
  return a.op > b.op ? -1 : 1
}

function deletionAfter(
  before: RecordState,
  op: Op,
  existed: boolean,
): { deleted: OpId | undefined; unseen: boolean } {
  if (op.kind === 'delete') {
    const seen = !existed || (op.closes ?? []).includes(before.last)
    return seen ? { deleted: op.id, unseen: false } : { deleted: before.deleted, unseen: true }
  }
  // Whatever else is written on a deleted record brings it back: an edit is never thrown away.
  const brought = before.deleted !== undefined && op.kind !== 'restore'
  return { deleted: undefined, unseen: brought }
}

function worse(a: MergeOutcome, b: MergeOutcome): MergeOutcome {
  const order: readonly MergeOutcome[] = ['applied', 'merged', 'conflict']
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}
