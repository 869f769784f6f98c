import type { SyncHead } from '#protocol/sync.ts'
import type { ReceivedPage } from '../page.ts'
import type { SyncMeta } from '../stored-shapes.ts'

type Known = Pick<SyncMeta, 'cursors' | 'grants'>

/**
 * True when pages of the right shape also make sense: of buckets granted, in order, after the cursor
 * held. When they do not, all are junk and move nothing.
 */
export function areSound(pages: readonly ReceivedPage[], head: SyncHead, known: Known): boolean {
  const grants = head.grants ?? known.grants
  const cursors = new Map(Object.entries(known.cursors))
  return pages.every(({ bucket, seqs, upTo }) => {
    let last = cursors.get(bucket) ?? 0
    if (!Object.hasOwn(grants, bucket) || upTo < last) return false
    cursors.set(bucket, upTo)
    return seqs.every((seq) => {
      const isInOrder = seq > last && seq <= upTo
      last = seq
      return isInOrder
    })
  })
}

/**
 * True when the server speaks from before what it once said: another epoch, fewer of our numbers, a
 * bucket that ends before our cursor. A backup was put back, whether or not its operator said so.
 */
export function wentBack(
  { epoch, push, news }: SyncHead,
  { epoch: known, serverLast, cursors }: SyncMeta,
): boolean {
  return (
    (known !== null && epoch !== undefined && epoch !== known) ||
    push.last < serverLast ||
    Object.entries(news).some(([bucket, head]) => head < (cursors[bucket] ?? 0))
  )
}

/** True when these cursors reach every head: nothing newer waits in any bucket granted. */
export function isWhole({ news }: Pick<SyncHead, 'news'>, cursors: SyncMeta['cursors']): boolean {
  return Object.keys(news).every((bucket) => isBucketWhole(news, cursors, bucket))
}

/** As `isWhole`, for one bucket; one that is not named has nothing new. */
export function isBucketWhole(
  news: SyncHead['news'],
  cursors: SyncMeta['cursors'],
  bucket: string,
): boolean {
  return !Object.hasOwn(news, bucket) || (cursors[bucket] ?? 0) >= (news[bucket] ?? 0)
}
