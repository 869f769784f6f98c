import type { SyncResponse } from '#protocol/sync.ts'
import { readReceived, type SyncMeta } from '../stored-shapes.ts'

/**
 * True when an answer of the right shape also makes sense: pages of buckets granted, in order, after
 * the cursor asked. One that does not is junk as a whole and moves nothing.
 */
export function isSound(response: SyncResponse, { cursors }: SyncMeta): boolean {
  return response.pages.every(({ bucket, rows, upTo, head }) => {
    let last = cursors[bucket] ?? 0
    if (!Object.hasOwn(response.grants, bucket) || upTo < last || head < upTo) return false
    return rows.every((row) => {
      const inOrder = row.seq > last && row.seq <= upTo && row.bucket === bucket
      last = row.seq
      return inOrder && readReceived(row) !== 'unreadable'
    })
  })
}

/**
 * True when the server speaks from before what it once said: another epoch, fewer of our numbers, a
 * bucket that ends before our cursor. A backup was put back, whether or not its operator said so.
 */
export function wentBack(
  { epoch, push, pages }: SyncResponse,
  { epoch: known, serverLast, cursors }: SyncMeta,
): boolean {
  return (
    (known !== null && epoch !== known) ||
    push.last < serverLast ||
    pages.some(({ bucket, head }) => head < (cursors[bucket] ?? 0))
  )
}

/** True when nothing newer waits in any bucket granted. */
export function isWhole({ pages }: SyncResponse): boolean {
  return pages.every(({ upTo, head }) => upTo >= head)
}
