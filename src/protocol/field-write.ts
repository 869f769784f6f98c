import { type FieldKind, fieldKind } from '#domain/field-kinds.ts'
import type { RecordType } from '#domain/record-types.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { headsOf, type RecordState } from './merge.ts'
import { standingDeletions } from './merge-deletion.ts'
import type { FieldWrite, OpId } from './op.ts'
import { seenOps } from './seen.ts'
import { saysTheSame, standingHeads } from './standing-heads.ts'

/** What an operation says of the values its author was looking at. */
export interface Writes {
  readonly f: Readonly<Record<string, FieldWrite>>
  readonly closes?: readonly OpId[]
}

/**
 * The writes of an author who looks at `record`. Each is based on the value shown; who wrote the same,
 * and what gave way to it, was seen with it. A value in dispute with it was not chosen against: it
 * stays, until someone resolves. `isRun` tells the author's own steps of one same edit.
 */
export function fieldWrites(
  type: RecordType,
  fields: Fields,
  record: RecordState | undefined,
  isRun: (op: OpId) => boolean = () => false,
): Writes {
  const f: Record<string, FieldWrite> = {}
  const closes: OpId[] = []
  for (const [field, v] of Object.entries(fields)) {
    const heads = record ? headsOf(record, field) : []
    const [shown, ...others] = heads
    const rivals = standingHeads(heads, type, field).filter(
      (head) => shown !== undefined && !saysTheSame(head, shown),
    )
    closes.push(...others.filter((head) => !rivals.includes(head)).map(({ op }) => op))
    // One edit in several saves has one text before it: where both sides began is what lets the
    // screen propose a third version.
    const was = shown && isRun(shown.op) && shown.was !== undefined ? shown.was : shown?.v
    f[field] = {
      v,
      base: shown?.op ?? null,
      ...(was !== undefined && keepsWas(fieldKind(type, field), was) && { was }),
    }
  }
  return closes.length > 0 ? { f, closes } : { f }
}

/** The write that settles a field: it names every value it closes, whatever it keeps. */
export function resolution(record: RecordState, field: string, v: Json): Required<Writes> {
  const heads = headsOf(record, field)
  return {
    f: { [field]: { v, base: heads[0]?.op ?? null } },
    closes: heads.map(({ op }) => op),
  }
}

/** What a delete says it has seen: every operation of the record, and the other deletions. */
export function deletionCloses({ seen, ends = [] }: RecordState): readonly OpId[] {
  return [...new Set([...seenOps(seen), ...ends.map(({ op }) => op)])]
}

/** What someone who keeps a record closes: the deletions that stand against it. */
export function restoreCloses({ ends = [] }: RecordState): readonly OpId[] {
  return standingDeletions(ends).map(({ op }) => op)
}

/** A status says where it came from, words what they were: the rest would only weigh. */
function keepsWas(kind: FieldKind, was: Json): boolean {
  if (kind === 'status') return true
  if (kind !== 'text' && kind !== 'answer') return false
  return typeof was === 'string' && was.includes(' ')
}
