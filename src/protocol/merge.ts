/*
 * Merge rules: one record, one operation, a new record. The server applies them in order of
 * receipt; a device applies the same ones to what it has not yet sent.
 *
 * Each field is a set of concurrent heads: `f` holds the one shown, `x` the others. An operation
 * replaces the heads its author was looking at (`base`, and `closes`); when someone else wrote
 * meanwhile, both values stay until a person settles. What is shown of several heads depends on the
 * kind of the field (`standing-heads.ts`), what is kept never does.
 *
 * Kept here: I2, no distinct value disappears without someone having seen it; I3, the record is a
 * function of the set of operations: their order, their repetition and the clocks change nothing
 * (but `last`, the order of receipt itself); a delete never beats an edit its author had not seen.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { BucketId } from '#domain/site/bucket.ts'
import type { Head } from './head.ts'
import type { Hlc } from './hlc.ts'
import {
  effectiveDeletion,
  mergeDeletions,
  standingDeletions,
  withoutHavingSeen,
} from './merge-deletion.ts'
import { mergeHeads, received } from './merge-heads.ts'
import type { FieldWrite, Op, OpId } from './op.ts'
import { hasSeen, type Seen, withSeen } from './seen.ts'
import { disagree, standingHeads } from './standing-heads.ts'

/** A record as the server hands it out and as a device folds it. */
export interface RecordState {
  readonly id: RecordId
  readonly type: RecordType
  readonly bucket: BucketId
  readonly f: Readonly<Record<string, Head>>
  /** Concurrent heads not shown, by field. Those that disagree are what the inbox lists. */
  readonly x?: Readonly<Record<string, readonly Head[]>>
  /** Deletions that nobody who saw them has lifted; see `merge-deletion.ts`. */
  readonly ends?: readonly Head[]
  /** The deletion that took effect: its author had seen all that was written. */
  readonly deleted?: OpId
  /** Operations taken, by device. */
  readonly seen: Seen
  /** The last operation applied. */
  readonly last: OpId
}

export type MergeOutcome = 'applied' | 'merged' | 'conflict'

/**
 * Applies `op` to `record`; `h` is the stamp others will see (`effectiveHlc`). Outcome: `applied`
 * when the author had seen everything, `merged` when others had written beside and nobody needs to
 * settle, `conflict` when something now waits for a person. Each operation is to be given once; see `takeOnce`.
 */
export function applyOp(
  record: RecordState | undefined,
  op: Op,
  h: Hlc = op.h,
): { record: RecordState; outcome: MergeOutcome } {
  const before = record ?? emptyRecord(op)
  const f: Record<string, Head> = Object.assign(Object.create(null), before.f)
  const x: Record<string, readonly Head[]> = Object.assign(Object.create(null), before.x)
  let outcome: MergeOutcome = 'applied'

  const put = (field: string, heads: readonly Head[]) => {
    const shown = standingHeads(heads, before.type, field)[0]
    if (!shown) return
    f[field] = shown
    const others = heads.filter((head) => head !== shown)
    if (others.length > 0) x[field] = others
    else delete x[field]
  }
  for (const field of fieldsAwaiting(before, op)) {
    const heads = headsOf(before, field)
    put(
      field,
      heads.map((head) => received(head, op.id)),
    )
  }
  for (const [field, write] of Object.entries(op.f)) {
    const heads = mergeField(headsOf({ f, x }, field), op, write, h, before.seen)
    put(field, heads)
    outcome = worse(outcome, outcomeOf(heads, op, before.type, field))
  }

  const seen = withSeen(before.seen, op.id)
  const standing = hasSeen(before.seen, op.id)
    ? withoutHavingSeen(before.ends ?? [], op.id)
    : (before.ends ?? [])
  const ends = mergeDeletions(standing, op, h, before.seen)
    .map((end) => received(end, op.id))
    .filter(({ v, awaits }) => v !== null || awaits)
  const deleted = effectiveDeletion(ends, seen)
  if (!deleted && standingDeletions(ends).length > 0) outcome = 'conflict'
  const next: RecordState = {
    id: before.id,
    type: before.type,
    bucket: before.bucket,
    f,
    ...(Object.keys(x).length > 0 && { x }),
    ...(ends.length > 0 && { ends }),
    ...(deleted && { deleted }),
    seen,
    last: op.id,
  }
  return { record: next, outcome }
}

/** As `applyOp`, for who may hear of an operation again: the record then stays as it is. */
export function takeOnce(record: RecordState | undefined, op: Op): RecordState {
  return record && hasSeen(record.seen, op.id) ? record : applyOp(record, op).record
}

/** The values on show, as screens and rules read them. */
export function shownFields(record: Pick<RecordState, 'f'>): Fields {
  const fields: Record<string, Json> = Object.create(null)
  for (const [name, head] of Object.entries(record.f)) fields[name] = head.v
  return fields
}

/** Every head of a field, the one shown first. */
export function headsOf({ f, x }: Pick<RecordState, 'f' | 'x'>, field: string): readonly Head[] {
  const shown = Object.hasOwn(f, field) ? f[field] : undefined
  const others = x && Object.hasOwn(x, field) ? (x[field] ?? []) : []
  return shown ? [shown, ...others] : []
}

function emptyRecord({ id, rec, type, bucket }: Op): RecordState {
  return { id: rec, type, bucket, f: {}, seen: {}, last: id }
}

function mergeField(
  heads: readonly Head[],
  op: Op,
  { v, base, was }: FieldWrite,
  h: Hlc,
  seen: Seen,
): readonly Head[] {
  const incoming: Head = { v, op: op.id, h, ...(was !== undefined && { was }) }
  const covers = base === null ? [] : [base]
  return mergeHeads(heads, incoming, [...covers, ...(op.closes ?? [])], seen)
}

function outcomeOf(heads: readonly Head[], op: Op, type: RecordType, field: string): MergeOutcome {
  if (disagree(standingHeads(heads, type, field))) return 'conflict'
  return heads.length === 1 && heads[0]?.op === op.id ? 'applied' : 'merged'
}

/**
 * Fields that wait for an operation that came without writing on them. Nearly always none: only
 * after a restored server does anything wait for what was before it.
 */
function fieldsAwaiting(record: RecordState, op: Op): readonly string[] {
  return Object.keys(record.f).filter(
    (field) =>
      !Object.hasOwn(op.f, field) &&
      headsOf(record, field).some(({ awaits }) => awaits?.includes(op.id)),
  )
}

function worse(a: MergeOutcome, b: MergeOutcome): MergeOutcome {
  const order: readonly MergeOutcome[] = ['applied', 'merged', 'conflict']
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}
