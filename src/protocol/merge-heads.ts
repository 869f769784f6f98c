import { type Head, newestFirst } from './head.ts'
import type { OpId } from './op.ts'
import { hasSeen, type Seen } from './seen.ts'

/**
 * The heads of a field once `incoming` has come. Heads are the operations that no other one covers;
 * an operation covers what its author had in front of them. Nothing else replaces a value: neither
 * the hour nor the order of arrival, so any order gives the same heads (invariants I2 and I3).
 *
 * `seen` is what the record had taken before.
 */
export function mergeHeads(
  heads: readonly Head[],
  incoming: Head,
  covers: readonly OpId[],
  seen: Seen,
): readonly Head[] {
  const replaced = heads.filter(({ op }) => covers.includes(op))
  const kept = heads.filter((head) => !replaced.includes(head))
  const awaited = [
    ...covers.filter((op) => !hasSeen(seen, op)),
    ...replaced.flatMap(({ awaits }) => awaits ?? []),
  ]
  const builders = kept.filter(({ awaits }) => awaits?.includes(incoming.op))
  const next =
    builders.length === 0
      ? [...kept, withAwaits(incoming, awaited)]
      : // Who had seen it wrote already: it is replaced on arrival, with all it had replaced.
        kept.map((head) =>
          builders.includes(head)
            ? withAwaits(head, [...(head.awaits ?? []), ...awaited].filter(isNot(incoming.op)))
            : head,
        )
  return [...next].sort(newestFirst)
}

/** A head that waits for `op` no more. */
export function received(head: Head, op: OpId): Head {
  return head.awaits ? withAwaits(head, head.awaits.filter(isNot(op))) : head
}

function withAwaits({ awaits: _, ...head }: Head, awaits: readonly OpId[]): Head {
  return awaits.length > 0 ? { ...head, awaits: [...new Set(awaits)].sort() } : head
}

function isNot(op: OpId): (other: OpId) => boolean {
  return (other) => other !== op
}
