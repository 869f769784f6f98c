/* What the server said, kept: by a round, or between two of them (`hear.ts`). */
import type { SyncHead } from '#protocol/sync.ts'
import type { Env } from '../env.ts'
import { type LocalStore, pendingOps } from '../local-state.ts'
import type { RequestFailure } from '../request-server.ts'
import type { SyncMeta } from '../stored-shapes.ts'
import { startOver } from './change-place.ts'
import { commitResponse } from './commit-response.ts'
import { repairUnequal } from './compare-sums.ts'
import { fillPages } from './fill-pages.ts'
import type { Arrival } from './read-answer.ts'
import { areSound, isWhole, wentBack } from './read-response.ts'
import { expectTurn, inTurn, type Turn } from './turn.ts'

/** What became of an answer, or of the request that asked for it. */
export type Step =
  | { readonly kind: 'kept'; readonly whole: boolean }
  /** The server was put back to an older day; everything begins again. */
  | { readonly kind: 'returned' }
  /** What changed of some record did not fit what is held here: nothing of that was kept. */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }

export interface KeptAt {
  readonly offsetMs: number
  readonly receivedAt: number
  readonly turn: Turn
  /** Those the server was asked from. */
  readonly cursors: SyncMeta['cursors']
}

/**
 * Keeps what arrived, in its turn: throws `StaleError` when another tab was answered since it was asked,
 * `StorageError` when the disk refuses.
 */
export async function keep(
  { store, env }: { readonly store: LocalStore; readonly env: Pick<Env, 'now'> },
  { head, pages: sent, isLast }: Arrival,
  { turn, cursors, ...at }: KeptAt,
  pulls: boolean,
): Promise<Step> {
  expectTurn(store, turn)
  const { sync } = store.state
  if (wentBack(head, sync.value)) {
    const former = {
      epoch: head.epoch ?? sync.value.epoch,
      last: head.push.last,
      noticedAt: env.now(),
    }
    await inTurn(store, turn, () => startOver(store, former))
    return { kind: 'returned' }
  }
  if (!areSound(sent, head, sync.value)) return failed('offline')
  const pages = await fillPages(store.state.replica, sent)
  if (!pages) return { kind: 'unfit' }
  if (head.revoked || !pulls) {
    await inTurn(store, turn, () =>
      commitResponse(store, { response: head, pages: [], takePages: false, ...at }),
    )
    return { kind: 'kept', whole: true }
  }
  // No right at all is read as a fault and never as an order to erase.
  const isGranted = grantsSomething(head, sync.value)
  const takePages = isGranted && !hasUnanswered(store, head.push)
  await inTurn(store, turn, () =>
    commitResponse(store, { response: head, pages, takePages, ...at }),
  )
  if (!isGranted) return failed('forbidden')
  if (
    takePages &&
    isLast &&
    head.sums &&
    (await repairUnequal(store, turn, head.sums, { asked: cursors, now: at.receivedAt }))
  ) {
    return { kind: 'kept', whole: false }
  }
  return { kind: 'kept', whole: takePages && isWhole(head, store.state.sync.value.cursors) }
}

function grantsSomething({ grants }: SyncHead, known: { grants: object }): boolean {
  return Object.keys(grants ?? known.grants).length > 0
}

/**
 * True when the server says it holds a number of ours that waits here without its answer: an answer
 * was lost, or a copy of this device took that number. Until it is known which, a row received could
 * carry the double's words under our own name, so pages wait.
 */
function hasUnanswered({ state }: LocalStore, { last, outcomes }: SyncHead['push']): boolean {
  const answered = new Set(outcomes.map(({ n }) => n))
  return pendingOps(state).some(({ n }) => n <= last && !answered.has(n))
}

/** An end with this reason alone. */
export function failed(kind: RequestFailure['kind']): { kind: 'failed'; failure: RequestFailure } {
  return { kind: 'failed', failure: { kind } }
}
