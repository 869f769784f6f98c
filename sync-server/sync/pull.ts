import { createHash } from 'node:crypto'
import type { Level } from '#domain/rights/rights.ts'
import { BUCKET_CLASSES, type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import { DIGEST_LETTERS } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import { lineOf, readPacked } from '#protocol/pack-record.ts'
import { partOf } from '#protocol/part-of-record.ts'
import type { PageHead, SyncRequest } from '#protocol/sync.ts'
import { sha256 } from '../sha256.ts'
import { changedSince } from '../store/recent-changes.ts'
import type { StoredLine } from '../store/record-book.ts'
import type { Session, Store } from '../store/store.ts'

type Grants = ReadonlyMap<BucketId, Level>

/** A bucket that holds more than the device: from where it must be read, and to where. */
export interface News {
  readonly bucket: BucketId
  readonly cursor: number
  readonly head: number
}

/** Names these rights under this epoch: a device that shows it knows them, names and order. */
export function grantsTag(epoch: string, grants: Grants): string {
  const text = JSON.stringify([epoch, [...grants].sort()])
  // It goes up with each round: eleven letters for what takes sixteen in hexadecimal.
  return createHash('sha256').update(text).digest('base64url').slice(0, 11)
}

/**
 * The buckets that do not end where the device stands, config first: further, there is news; before, a
 * backup was put back. One that has not moved costs its counter and no more. `isReadable` is false
 * when the cursors were made for other rights: their places mean nothing, and the device must ask
 * again with the rights of now.
 */
export function newsOf(
  heads: ReadonlyMap<BucketId, number>,
  grants: Grants,
  asked: NonNullable<SyncRequest['pull']>,
  tag: string,
): { news: readonly News[]; isReadable: boolean } {
  const isReadable = asked.grants === tag || asked.cursors.length === 0
  const news = [...grants.keys()].sort().map((bucket, place) => ({
    bucket,
    cursor: isReadable ? (asked.cursors[place] ?? 0) : 0,
    head: heads.get(bucket) ?? 0,
  }))
  return { news: news.filter(({ cursor, head }) => head !== cursor).sort(byClass), isReadable }
}

/**
 * How many records each of the buckets held to its head holds, and their sum. One that moved since its
 * head was compared with the cursor is left out.
 */
export async function sumsOf(
  session: Session,
  grants: Grants,
  { cursors }: NonNullable<SyncRequest['pull']>,
): Promise<Record<string, [number, number]>> {
  const sums = await session.records.sums([...grants.keys()])
  return Object.fromEntries(
    [...grants.keys()].sort().flatMap((bucket, place) => {
      const { head, rows, sum } = sums.get(bucket) ?? { head: 0, rows: 0, sum: 0 }
      return head === (cursors[place] ?? 0) ? [[bucket, [rows, sum]]] : []
    }),
  )
}

/** One page of an answer, and how far it leads. */
export interface WrittenPage {
  readonly bucket: BucketId
  readonly upTo: number
  readonly rows: number
  readonly text: string
}

/** The pages of an answer, `limit` rows in all; `read` says at what moment each is read. */
export async function* pagesOf(
  read: Store['read'],
  news: readonly News[],
  { limit = LIMITS.rowsPerPull, whole = false }: Partial<NonNullable<SyncRequest['pull']>>,
): AsyncGenerator<WrittenPage> {
  let room = limit
  for (const one of news) {
    let upTo = one.cursor
    while (room > 0 && upTo < one.head) {
      const rows = Math.min(room, LIMITS.rowsPerPage)
      const page = await pageAfter(read, one, { after: upTo, limit: rows, whole })
      yield page
      room -= page.rows
      upTo = page.upTo
    }
  }
}

async function pageAfter(
  read: Store['read'],
  { bucket, cursor, head }: News,
  { after, limit, whole }: { after: number; limit: number; whole: boolean },
): Promise<WrittenPage> {
  const rows = await read((session) => session.records.changedAfter(bucket, after, limit))
  // What was written since the head was read has a later sequence: it may come along, in order.
  const last = rows.at(-1)?.seq ?? head
  const upTo = rows.length < limit ? Math.max(head, last) : last
  const lines = rows.map((row) => (whole ? undefined : newsIn(row, cursor)) ?? row.line)
  const parts = rows.flatMap(({ line }, place) => (lines[place] === line ? [] : [place]))
  const laid = parts.map((place) => rows[place]?.line).join('\n')
  const pageHead: PageHead = {
    bucket,
    upTo,
    seqs: rows.map(({ seq }) => seq),
    ...(parts.length > 0 && { parts, sum: sha256(laid).slice(0, DIGEST_LETTERS) }),
  }
  return { bucket, upTo, rows: rows.length, text: [JSON.stringify(pageHead), ...lines].join('\n') }
}

/** What is new in a record to a device at `cursor`; undefined when that cannot be told. */
function newsIn({ line, changes }: StoredLine, cursor: number): string | undefined {
  const names = changedSince(changes, cursor)
  const whole = names && readPacked(line)
  return whole && lineOf(partOf(whole, names))
}

function byClass(a: News, b: News): number {
  return rank(a.bucket) - rank(b.bucket) || (a.bucket < b.bucket ? -1 : 1)
}

function rank(bucket: BucketId): number {
  const bucketClass = parseBucketId(bucket)?.bucketClass
  return bucketClass ? BUCKET_CLASSES.indexOf(bucketClass) : BUCKET_CLASSES.length
}
