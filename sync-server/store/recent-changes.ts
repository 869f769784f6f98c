/**
 * The last changes of a record, oldest first: the sequence it had before, and the fields written
 * then. Enough to tell a device that has been here lately what is new to it.
 */
export type RecentChanges = readonly Change[]
type Change = readonly [from: number, ...names: string[]]

/** A grid filled criterion by criterion while a colleague's tablet asks once a minute. */
const KEPT_CHANGES = 32

/** The same, with one more. */
export function withChange(before: RecentChanges, from: number, names: string[]): RecentChanges {
  return [...before, [from, ...names] as const].slice(-KEPT_CHANGES)
}

/** The fields written since `cursor`; undefined when that is longer ago than what is kept. */
export function changedSince(
  changes: RecentChanges,
  cursor: number,
): ReadonlySet<string> | undefined {
  const [oldest] = changes
  if (!oldest || oldest[0] > cursor) return undefined
  // A change that led to a sequence at or below the cursor has been read.
  const unread = changes.filter((_, at) => (changes[at + 1]?.[0] ?? Infinity) > cursor)
  return new Set(unread.flatMap(([, ...names]) => names))
}
