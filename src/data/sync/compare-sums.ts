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
import type { SyncMeta } from '../stored-shapes.ts'
import { readAnew } from './change-place.ts'
import { latestRows, pagesOf } from './compaction.ts'
import { inTurn, type Turn } from './turn.ts'

const EVERY_MS = 86_400_000

type Sums = NonNullable<SyncHead['sums']>

interface Comparison {
  readonly begunAt: number
  /** Buckets compared since then; one that had news is compared at the next round that brings it none. */
  readonly done: ReadonlySet<string>
  readonly isWhole: boolean
}

/** What was last compared of a store; a start of the app compares again. */
const comparisons = new WeakMap<LocalStore, Comparison>()

/** True from the first round of a start, then once a day; a clock that went back does not put it off. */
export function areSumsDue(store: LocalStore, now: number): boolean {
  const last = comparisons.get(store)
  return !last?.isWhole || isOver(last, now)
}

function isOver({ begunAt }: Comparison, now: number): boolean {
  return Math.abs(now - begunAt) >= EVERY_MS
}

/**
 * Compares each bucket the answer speaks of with the pages on disk, and makes the unequal ones be read
 * anew. True when there is something to read. Throws `StaleError` when another tab was answered.
 */
export async function repairUnequal(
  store: LocalStore,
  turn: Turn,
  sums: Sums,
  { asked, now }: { asked: SyncMeta['cursors']; now: number },
): Promise<boolean> {
  const last = comparisons.get(store)
  const current = last && !isOver(last, now) ? last : { begunAt: now, done: new Set<string>() }
  // Each bucket once, whatever comes: a difference that reading cannot end is not a loop.
  const due = Object.entries(sums).filter(([bucket]) => !current.done.has(bucket))
  const unequal: string[] = []
  await inTurn(store, turn, async () => {
    for (const [bucket, said] of due) {
      if ((await sumHeld(store, bucket)) !== said.join()) unequal.push(bucket)
    }
    if (unequal.length > 0) await readAnew(store, unequal, now)
  })
  const done = new Set([...current.done, ...Object.keys(sums)])
  // A bucket that was just read from its beginning has nothing older to be wrong about.
  const isWhole = Object.entries(asked).every(
    ([bucket, cursor]) => cursor === 0 || done.has(bucket),
  )
  comparisons.set(store, { begunAt: current.begunAt, done, isWhole })
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
