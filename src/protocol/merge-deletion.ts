/*
 * A record and those who deleted it. A deletion takes effect only when its author had seen every
 * operation of the record; anything else, before or after, keeps the record alive and leaves a
 * disagreement: deleted here, written there. A delete never beats an edit (rule R-SYN-5).
 *
 * Deletions are heads of one more field, merged like the others: `v` holds what the author had seen,
 * null for who wanted the record kept.
 */
import type { Head } from './head.ts'
import type { Hlc } from './hlc.ts'
import { mergeHeads } from './merge-heads.ts'
import { type Op, type OpId, opIdParts } from './op.ts'
import { type Seen, seenFrom } from './seen.ts'

/** The deletions that stand once `op` has come. */
export function mergeDeletions(
  deletions: readonly Head[],
  op: Op,
  h: Hlc,
  seen: Seen,
): readonly Head[] {
  if (op.kind !== 'delete' && op.kind !== 'restore') return deletions
  const closes = op.closes ?? []
  const v = op.kind === 'delete' ? { ...seenFrom(closes) } : null
  return mergeHeads(deletions, { v, op: op.id, h }, closes, seen)
}

/** The deletion that took effect, if one did: its author had seen all that others wrote. */
export function effectiveDeletion(deletions: readonly Head[], seen: Seen): OpId | undefined {
  const standing = standingDeletions(deletions)
  return standing.find((deletion) =>
    Object.keys(seen).every((device) => hadSeenAll(deletion, device, seen, standing)),
  )?.op
}

/** A number said lost and found later: nobody who deleted before had seen it, whatever they named. */
export function withoutHavingSeen(deletions: readonly Head[], late: OpId): readonly Head[] {
  const { device, n } = opIdParts(late)
  return deletions.map((deletion) => {
    const { v } = deletion
    if (v === null || typeof v !== 'object' || seenBy(deletion, device) < n) return deletion
    return { ...deletion, v: { ...v, [device]: n - 1 } }
  })
}

export function standingDeletions(deletions: readonly Head[]): readonly Head[] {
  return deletions.filter(({ v }) => v !== null)
}

/**
 * True when nothing of what `device` wrote on the record escaped the author of the deletion. The
 * last thing it did may be a deletion of its own: two people who delete at once agree.
 */
function hadSeenAll(
  deletion: Head,
  device: string,
  seen: Seen,
  standing: readonly Head[],
): boolean {
  const last = `${device}:${seen[device] ?? 0}`
  if (deletion.op === last) return true
  const theirs = standing.find(({ op }) => op === last)
  const written = theirs ? seenBy(theirs, device) : (seen[device] ?? 0)
  return seenBy(deletion, device) >= written || ownNumber(deletion, device) >= written
}

/** A device has seen all it did before: the number of the deletion, if it is this device's. */
function ownNumber({ op }: Head, device: string): number {
  const own = opIdParts(op)
  return own.device === device ? own.n : 0
}

function seenBy({ v }: Head, device: string): number {
  if (v === null || typeof v !== 'object' || Array.isArray(v)) return 0
  const n = (v as Readonly<Record<string, unknown>>)[device]
  return typeof n === 'number' ? n : 0
}
