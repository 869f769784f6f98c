import { type OpId, opIdParts } from './op.ts'

/**
 * Which operations a record has taken: the highest number by device. A device's operations come in
 * the order of their numbers, so a number at or below is a repetition, whatever came between; but for
 * one said lost and found later, which the server alone takes, for it knows each number.
 */
export type Seen = Readonly<Record<string, number>>

export function hasSeen(seen: Seen, op: OpId): boolean {
  const { device, n } = opIdParts(op)
  return n <= (Object.hasOwn(seen, device) ? (seen[device] ?? 0) : 0)
}

export function withSeen(seen: Seen, op: OpId): Seen {
  const { device, n } = opIdParts(op)
  return { ...seen, [device]: Math.max(n, seen[device] ?? 0) }
}

/** The same, named by the operations themselves: what a delete says it has seen. */
export function seenOps(seen: Seen): readonly OpId[] {
  return Object.entries(seen)
    .map(([device, n]) => `${device}:${n}` as OpId)
    .sort()
}

/** Reads back a list of operations as the highest number by device. */
export function seenFrom(ops: readonly OpId[]): Seen {
  const seen: Record<string, number> = Object.create(null)
  for (const op of ops) {
    const { device, n } = opIdParts(op)
    seen[device] = Math.max(seen[device] ?? 0, n)
  }
  return seen
}
