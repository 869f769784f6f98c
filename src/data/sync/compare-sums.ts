/*
 * What this device holds of a bucket, compared with what the server says it holds: counters cannot show
 * a page lost here, nor a backup put back whose counters have already passed our cursor.
 */

import { sha256Hex } from '#protocol/hash-op.ts'
import { lineSum, shiftSum } from '#protocol/line-sum.ts'
import type { SyncHead } from '#protocol/sync.ts'
import type { PageRow } from '../db.ts'
import { awaitedIn, type LocalStore } from '../local-state.ts'
import { StaleError } from '../stale-error.ts'
import { readAnew } from './change-place.ts'
import { latestRows, pagesOf } from './compaction.ts'
import { inTurn, type Turn } from './turn.ts'

const EVERY_MS = 86_400_000

/** When the buckets of a store were last compared; a start of the app compares again. */
const comparedAt = new WeakMap<LocalStore, number>()

/** True at the first round of a start, then once a day; a clock that went back does not put it off. */
export function areSumsDue(store: LocalStore, now: number): boolean {
  const at = comparedAt.get(store)
  return at === undefined || Math.abs(now - at) >= EVERY_MS
}

/**
 * Compares each bucket the answer speaks of with the pages on disk, and makes the unequal ones be read
 * anew. True when there is something to read. Throws `StaleError` when another tab was answered.
 */
export async function repairUnequal(
  store: LocalStore,
  turn: Turn,
  sums: NonNullable<SyncHead['sums']>,
  now: number,
): Promise<boolean> {
  const unequal: string[] = []
  await inTurn(store, turn, async () => {
    for (const [bucket, said] of Object.entries(sums)) {
      if ((await sumHeld(store, bucket)) !== said.join()) unequal.push(bucket)
    }
    if (unequal.length > 0) await readAnew(store, unequal, now)
  })
  // Not again in this start, whatever comes: a difference that reading cannot end is not a loop.
  comparedAt.set(store, now)
  return unequal.length > 0
}

/** Count and sum of what is held; empty when a page does not read. */
async function sumHeld({ gateway, sealer, state }: LocalStore, bucket: string): Promise<string> {
  const pages = await gateway.withDb((db) =>
    db.transaction('r', db.pages, db.meta, async () => {
      const sync = await db.meta.get('sync')
      if (sync?.rev !== state.sync.rev) throw new StaleError('Answered to another tab')
      return pagesOf(db.pages, bucket).toArray()
    }),
  )
  const latest = await readRows(sealer, pages)
  if (!latest) return ''
  const isAwaited = awaitedIn(state.sync.value)
  let rows = 0
  let sum = 0
  for (const { seq, page, at } of latest.values()) {
    if (isAwaited(bucket, seq)) continue
    rows += 1
    sum = shiftSum(sum, lineSum(await sha256Hex(new Uint8Array(page.line(at)))))
  }
  return [rows, sum].join()
}

async function readRows(sealer: LocalStore['sealer'], pages: readonly PageRow[]) {
  try {
    return await latestRows(sealer, pages)
  } catch {
    // Damaged on disk: the same rows come again from the server.
    return undefined
  }
}
