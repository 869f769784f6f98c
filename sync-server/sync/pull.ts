import type { Level } from '#domain/rights/rights.ts'
import { BUCKET_CLASSES, type BucketId, parseBucketId } from '#domain/site/bucket.ts'
import type { RecordState } from '#protocol/merge.ts'
import type { Session } from '../store/store.ts'

/** One bucket's news; `upTo` is the cursor to keep once the rows are. */
export interface Page {
  readonly bucket: BucketId
  readonly rows: readonly (RecordState & { readonly seq: number })[]
  readonly upTo: number
  readonly head: number
}

/**
 * What changed in the buckets granted, from the cursors given, up to `limit` rows in all; config
 * comes first. A bucket without news costs its counter and nothing else; one that had no room left
 * comes as an empty page whose `head` says there is more. A bucket that ends before the cursor (a
 * backup was put back) comes as an empty page with its head. Cursors of other buckets are ignored.
 */
export async function pullPages(
  session: Session,
  grants: ReadonlyMap<BucketId, Level>,
  { cursors, limit }: { cursors: Readonly<Record<string, number>>; limit: number },
): Promise<Page[]> {
  const heads = await session.records.heads([...grants.keys()])
  const pages: Page[] = []
  let room = limit
  for (const bucket of [...grants.keys()].sort(byClass)) {
    const head = heads.get(bucket) ?? 0
    const cursor = Object.hasOwn(cursors, bucket) ? (cursors[bucket] ?? 0) : 0
    if (head === cursor) continue
    if (head < cursor) {
      pages.push({ bucket, rows: [], upTo: head, head })
      continue
    }
    const found = room > 0 ? await session.records.changedAfter(bucket, cursor, room) : []
    const complete = found.length < room
    pages.push({
      bucket,
      rows: found.map(({ seq, state }) => ({ ...state, seq })),
      upTo: complete ? head : (found.at(-1)?.seq ?? cursor),
      head,
    })
    room -= found.length
  }
  return pages
}

function byClass(a: BucketId, b: BucketId): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

function rank(bucket: BucketId): number {
  const bucketClass = parseBucketId(bucket)?.bucketClass
  return bucketClass ? BUCKET_CLASSES.indexOf(bucketClass) : BUCKET_CLASSES.length
}
