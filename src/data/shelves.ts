/*
 * The lists of the replica, kept as records change. Each record stands on one shelf: a type, a home, a
 * status. A count is the size of shelves; an order is made when somebody first asks for it, then
 * kept. Nothing here parses a record.
 */
import type { RecordType } from '#domain/record-types.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import type { ListQuery, Snapshot, StatusCounts } from './workspace.ts'

/** What decides of the shelf; one object for many records, for it is compared by identity. */
export interface Kind {
  readonly type: RecordType
  readonly bucket: BucketId
  readonly status: string
}

/** What of a record a shelf needs. */
interface Placed {
  readonly id: RecordId
  readonly kind: Kind
  readonly day: string
}

interface Shelf {
  readonly scope: string
  readonly status: string
  /** The day of each record, but for those of `fresh`. */
  readonly days: Map<RecordId, string>
  /** Come since somebody last asked: most shelves of a cold start are counted, and never looked at. */
  fresh: Placed[]
  /** Latest day first, once asked. */
  latest: RecordId[] | undefined
}

interface Shelves {
  /** By home and status. */
  readonly all: Map<string, Shelf>
  /** Lists by id, by home; the empty name is all homes. */
  readonly lists: Map<string, readonly Snapshot[]>
  counts: StatusCounts | undefined
}

/** Of `2026-11-25`; what else a day field may hold is cut, so that a key has one form. */
const DAY_LENGTH = 10
const EMPTY: readonly Snapshot[] = []

/** Empty shelves; `find` gives what is shown of a record. */
export function createShelves(find: (id: RecordId) => Snapshot | undefined) {
  const types = new Map<RecordType, Shelves>()
  const shelfByKind = new WeakMap<Kind, { readonly of: Shelves; readonly shelf: Shelf }>()

  function standOf(kind: Kind) {
    const known = shelfByKind.get(kind)
    if (known) return known
    const of = types.get(kind.type) ?? { all: new Map(), lists: new Map(), counts: undefined }
    types.set(kind.type, of)
    const scope = parseBucketId(kind.bucket)?.scope ?? ''
    const name = `${scope}\n${kind.status}`
    const shelf = of.all.get(name) ?? {
      scope,
      status: kind.status,
      days: new Map<RecordId, string>(),
      fresh: [],
      latest: undefined,
    }
    of.all.set(name, shelf)
    const stand = { of, shelf }
    shelfByKind.set(kind, stand)
    return stand
  }

  function touch(of: Shelves, { scope }: Shelf): void {
    of.counts = undefined
    if (of.lists.size === 0) return
    of.lists.delete('')
    of.lists.delete(scope)
  }

  function chosen({ type, scope, status }: ListQuery): readonly Shelf[] {
    const all = [...(types.get(type)?.all.values() ?? [])].filter(
      (shelf) =>
        (scope === undefined || shelf.scope === scope) &&
        (status === undefined || shelf.status === status),
    )
    for (const shelf of all) sortFresh(shelf)
    return all
  }

  return {
    /** Puts a record that stands on no shelf: a cold start does it for each of the device's. */
    add(record: Placed): void {
      const { of, shelf } = standOf(record.kind)
      shelf.fresh.push(record)
      touch(of, shelf)
    },
    /** Takes a record from the shelf where `add` put it. */
    leave(id: RecordId, kind: Kind): void {
      const { of, shelf } = standOf(kind)
      sortFresh(shelf)
      if (shelf.latest) removeSorted(shelf.latest, shelf.days, id)
      shelf.days.delete(id)
      touch(of, shelf)
    },
    list(type: RecordType, scope = ''): readonly Snapshot[] {
      const of = types.get(type)
      if (!of) return EMPTY
      const known = of.lists.get(scope)
      if (known) return known
      const shelves = chosen({ type, ...(scope !== '' && { scope }) })
      const ids = shelves.flatMap(({ days }) => [...days.keys()]).sort()
      const list = ids.length > 0 ? ids.flatMap((id) => find(id) ?? []) : EMPTY
      of.lists.set(scope, list)
      return list
    },
    latest(query: ListQuery, limit: number): readonly Snapshot[] {
      const firsts = chosen(query).map((shelf) => {
        shelf.latest ??= latestFirst(shelf.days)
        return shelf.latest.slice(0, limit).map((id) => ({ id, day: shelf.days.get(id) ?? '' }))
      })
      const merged = firsts.length === 1 ? firsts : [firsts.flat().sort(byDay)]
      return (merged[0] ?? []).slice(0, limit).flatMap(({ id }) => find(id) ?? [])
    },
    counts(type: RecordType): StatusCounts {
      const of = types.get(type)
      if (!of) return new Map()
      of.counts ??= countAll(of)
      return of.counts
    },
  }
}

/** Gives each record that came its place among the others. */
function sortFresh(shelf: Shelf): void {
  if (shelf.fresh.length === 0) return
  for (const { id, day } of shelf.fresh) {
    shelf.days.set(id, day.slice(0, DAY_LENGTH))
    if (shelf.latest) shelf.latest.splice(placeIn(shelf.latest, shelf.days, id), 0, id)
  }
  shelf.fresh = []
}

function countAll({ all }: Shelves): StatusCounts {
  const counts = new Map<string, Record<string, number>>()
  for (const { scope, status, days, fresh } of all.values()) {
    const count = days.size + fresh.length
    if (count > 0) counts.set(scope, { ...counts.get(scope), [status]: count })
  }
  return counts
}

function byDay(a: { id: RecordId; day: string }, b: { id: RecordId; day: string }): number {
  if (a.day !== b.day) return a.day > b.day ? -1 : 1
  return a.id < b.id ? 1 : -1
}

/** As `byDay` orders them; one text each, for a comparison by function takes ten times as long. */
function latestFirst(days: ReadonlyMap<RecordId, string>): RecordId[] {
  const byKey = new Map([...days].map(([id, day]) => [`${day.padEnd(DAY_LENGTH)}${id}`, id]))
  // The ids themselves, for a piece of a key would hold the whole of it as long as the list.
  return [...byKey.keys()]
    .sort()
    .flatMap((key) => byKey.get(key) ?? [])
    .reverse()
}

function removeSorted(sorted: RecordId[], days: ReadonlyMap<RecordId, string>, id: RecordId): void {
  const at = placeIn(sorted, days, id)
  if (sorted[at] === id) sorted.splice(at, 1)
}

/** Where an id stands, or would. */
function placeIn(sorted: readonly RecordId[], days: ReadonlyMap<RecordId, string>, id: RecordId) {
  const sought = { id, day: days.get(id) ?? '' }
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]
    if (
      there !== undefined &&
      there !== id &&
      byDay({ id: there, day: days.get(there) ?? '' }, sought) < 0
    )
      low = middle + 1
    else high = middle
  }
  return low
}
