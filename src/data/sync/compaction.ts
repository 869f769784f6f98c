import { LIMITS } from '#protocol/limits.ts'
import type { LocalDb, PageRow } from '../db.ts'
import { openJournal } from '../journal.ts'
import { type LocalStore, openPage, sealPage } from '../local-state.ts'
import { pageOfRows, type Row } from '../page.ts'
import { StaleError } from '../stale-error.ts'
import type { KeptOp } from '../stored-shapes.ts'

/** Below this many rows a rewrite costs more than it saves. */
const SMALLEST_ROWS = 300
/** What this device wrote is kept so long after its acknowledgement, to feed a restored server. */
const KEEP_OPS_MS = 35 * 86_400_000

/**
 * Rewrites the pages of each bucket where a third of the rows are superseded. One transaction: a
 * crash leaves the old pages. Runs under the round's lock, when a round has ended well.
 */
export async function compactPages(store: LocalStore): Promise<void> {
  const buckets = [...store.state.pageNos.keys()]
  for (const bucket of buckets) await store.exclusive(() => compactBucket(store, bucket))
}

async function compactBucket(store: LocalStore, bucket: string): Promise<void> {
  const { gateway, sealer, state } = store
  // Counted as pages come: a round that brought little must not read the disk again.
  const kept = state.pageRows.get(bucket) ?? 0
  if (!isWorthIt(kept, state.replica.receivedIn(bucket))) return
  const old = await gateway.withDb((db) => pagesOf(db.pages, bucket).toArray())
  const stored = old.reduce((sum, { count }) => sum + count, 0)
  state.pageRows.set(bucket, stored)
  const latest = await latestRows(sealer, old)
  if (!isWorthIt(stored, latest.size)) return
  const rows = [...latest.values()].sort((a, b) => a.seq - b.seq)
  const lastNo = Math.max(...old.map(({ no }) => no), state.pageNos.get(bucket) ?? 0)
  const pages = await Promise.all(
    chunks(rows, LIMITS.rowsPerPage).flatMap((chunk, index) => {
      const upTo = chunk.at(-1)?.seq ?? 0
      const first = chunk[0]?.kind.bucket
      return first ? [sealPage(sealer, pageOfRows(first, upTo, chunk), lastNo + 1 + index)] : []
    }),
  )
  await gateway.withDb((db) =>
    db.transaction('rw', db.pages, async () => {
      const held = await pagesOf(db.pages, bucket).primaryKeys()
      // Another tab added a page since they were read: leave all as it is until next time.
      if (held.join() !== old.map(({ no }) => [bucket, no]).join())
        throw new StaleError('Pages were added meanwhile')
      await db.pages.bulkDelete(held)
      await db.pages.bulkAdd(pages)
    }),
  )
  state.pageNos.set(bucket, lastNo + pages.length)
  state.pageRows.set(bucket, rows.length)
}

/** The latest row of each record in these pages. */
export async function latestRows(
  sealer: LocalStore['sealer'],
  pages: readonly PageRow[],
): Promise<ReadonlyMap<string, Row>> {
  const latest = new Map<string, Row>()
  for (const page of pages) {
    for (const row of (await openPage(sealer, page)).rows) {
      if (row.seq >= (latest.get(row.id)?.seq ?? 0)) latest.set(row.id, row)
    }
  }
  return latest
}

/** True when a third of the rows kept are superseded. */
function isWorthIt(stored: number, live: number): boolean {
  return stored > SMALLEST_ROWS && stored - live >= stored / 3
}

/** Every page kept of a bucket. */
export function pagesOf(pages: LocalDb['pages'], bucket: string) {
  return pages.where('[bucket+no]').between([bucket, 0], [bucket, Number.POSITIVE_INFINITY])
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size))
  return parts
}

/** Forgets operations settled more than 35 days ago, oldest first. */
export async function forgetOldOps({ gateway, sealer }: LocalStore, nowMs: number): Promise<void> {
  for (;;) {
    const oldest = await gateway.withDb((db) => db.journal.orderBy('at').first())
    // Each round asks: the oldest alone says that there is nothing to do.
    if (!oldest || !(await openJournal(sealer, oldest)).every((kept) => isOld(kept, nowMs))) return
    const { at = 0 } = oldest
    await gateway.withDb((db) => db.journal.delete(at))
  }
}

function isOld({ ackedAt }: KeptOp, nowMs: number): boolean {
  return ackedAt !== undefined && nowMs - ackedAt >= KEEP_OPS_MS
}
