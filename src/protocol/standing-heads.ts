import { type FieldKind, fieldKind, goesForward } from '#domain/field-kinds.ts'
import type { RecordType } from '#domain/record-types.ts'
import { canonicalJson } from './hash-op.ts'
import { type Head, newestFirst } from './head.ts'

/**
 * The heads a person must know of, the one to show first, by the kind of the field (rules R-SYN-3 and
 * R-SYN-4). Heads left out are not thrown away: they stay in the record until someone writes on top
 * of what is shown, and are weighed again each time another comes.
 *
 * - A status is left out when another lies ahead of it, unless its author took it back on purpose.
 * - A member taken away is left out while another put it there.
 */
export function standingHeads(
  heads: readonly Head[],
  type: RecordType,
  field: string,
): readonly Head[] {
  const kind = fieldKind(type, field)
  if (heads.length < 2) return heads
  return heads
    .filter((head) => !heads.some((other) => givesWay(kind, type, head, other)))
    .sort(newestFirst)
}

/** True when the heads say different things: a person must settle. */
export function disagree(heads: readonly Head[]): boolean {
  const [first, ...others] = heads
  return first !== undefined && others.some((head) => !saysTheSame(head, first))
}

export function saysTheSame(a: Head, b: Head): boolean {
  return canonicalJson(a.v) === canonicalJson(b.v)
}

function givesWay(kind: FieldKind, type: RecordType, head: Head, other: Head): boolean {
  if (kind === 'member') return head.v === null && other.v !== null
  if (kind !== 'status') return false
  const isTakenBack = head.was !== undefined && goesForward(type, head.v, head.was)
  return !isTakenBack && goesForward(type, head.v, other.v)
}
