/**
 * `now` with what changes from `before` to `after`, member by member. A screen changes what it drew; words
 * that were on their way to the disk while it did are not taken back by it. Lists change whole.
 */
export function applyChange<T extends object>(now: T, before: T, after: T): T {
  return merged(now, before, after) as T
}

function merged(now: object, before: object, after: object): object {
  const [kept, drawn, wanted] = [entriesOf(now), entriesOf(before), entriesOf(after)]
  for (const name of new Set([...drawn.keys(), ...wanted.keys()])) {
    const [was, is] = [drawn.get(name), wanted.get(name)]
    if (Object.is(was, is)) continue
    const own = kept.get(name)
    if (is === undefined) kept.delete(name)
    else
      kept.set(name, isMembers(own) && isMembers(was) && isMembers(is) ? merged(own, was, is) : is)
  }
  return Object.fromEntries(kept)
}

function entriesOf(value: object): Map<string, unknown> {
  return new Map(Object.entries(value))
}

function isMembers(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
