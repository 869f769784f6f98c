/*
 * A record and those who deleted it. A deletion takes effect only when its author had seen every
 * operation of the record; anything else, before or after, keeps the record alive and leaves a
 * disagreement: deleted here, written there. A delete never beats an edit (rule R-SYN-5).
 *
 * Deletions are heads of one more field: `v` holds what the author had seen, null for who wanted the record
 * kept. Who keeps it covers the deletions in front of them; a deletion covers none, for those who delete agree.
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
  return op.kind === 'delete'
    ? mergeHeads(deletions, { v: { ...seenFrom(closes) }, op: op.id, h }, [], seen)
    : mergeHeads(deletions, { v: null, op: op.id, h }, closes, seen)
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

/** True when no word that `device` wrote on the record escaped the author of the deletion. */
function hadSeenAll(
  deletion: Head,
  device: string,
  seen: Seen,
  standing: readonly Head[],
): boolean {
  const word = lastWord(device, seen, standing)
  return seenBy(deletion, device) >= word || ownNumber(deletion, device) >= word
}

/** The last thing a device did that is no deletion: people who delete, at once or in turn, agree. */
function lastWord(device: string, seen: Seen, standing: readonly Head[]): number {
  let n = seen[device] ?? 0
  for (;;) {
    const theirs = standing.find(({ op }) => op === `${device}:${n}`)
    if (!theirs) return n
    // An operation that named itself, or what came after, would be looked at for ever.
    n = Math.min(seenBy(theirs, device), n - 1)
  }
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
