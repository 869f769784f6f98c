/*
 * Between two rounds: what others write comes down as the server keeps it, and is kept here as the pages
 * of a round are (docs/adr/046). Nothing goes up this way, and nothing rests on it: a line that is
 * refused, cut or mistaken is let go, and the next round brings what it did not.
 */
import { PROTOCOL } from '#protocol/sync.ts'
import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { requestStream } from '../request-server.ts'
import { StaleError } from '../stale-error.ts'
import { StorageError } from '../storage-error.ts'
import { keep } from './keep-answer.ts'
import { readNews } from './read-news.ts'
import { pullOf } from './round-request.ts'
import type { Turn } from './turn.ts'

export interface HearParts {
  readonly store: LocalStore
  readonly env: Pick<Env, 'now' | 'fetch' | 'isOnScreen'>
  /** Aborted by the next round, and when nobody looks any more. */
  readonly hearing: AbortController
  /** News are on disk and on the screen. */
  readonly onKept: () => void
  /** The line is lost, after the server was heard on it: a round is due. */
  readonly onLost: () => void
}

/** Hears what comes until the line ends. To be begun where a round ended, with nothing left to ask. */
export async function hear({ store, env, hearing, onKept, onLost }: HearParts): Promise<void> {
  const { signal } = hearing
  if (signal.aborted || !(env.isOnScreen ?? isDocumentSeen)()) return
  const { sync, identity } = store.state
  const turn: Turn = { rev: sync.rev }
  const leave = onceLeft(hearing, turn)
  const asked = await requestStream(env, {
    path: '/v1/listen',
    token: identity.value.token,
    json: { protocol: PROTOCOL, pull: pullOf(store.state) },
    signal,
  })
  /** The server itself has spoken: a portal, or a proxy that holds all back, is not a line that was lost. */
  let hasCome = false
  try {
    if (!asked.ok) return
    for await (const arrival of readNews(asked.value.body, asked.value.onProgress)) {
      hasCome = true
      if (arrival === 'quiet') continue
      const { cursors, offsetMs } = store.state.sync.value
      const at = { cursors, offsetMs, receivedAt: env.now(), turn }
      const step = await keep({ store, env }, arrival, at, true)
      // The server goes on from what it sent: what was not kept whole would be missed.
      if (step.kind !== 'kept' || !step.whole) break
      onKept()
    }
  } catch (error) {
    // A round, or another tab, was there first; or the disk refused, which the round will tell.
    if (!(error instanceof StaleError || error instanceof StorageError)) throw error
  } finally {
    leave()
    if (asked.ok) asked.value.finish()
  }
  if (hasCome && !signal.aborted) onLost()
}

/** Never in a worker. */
function isDocumentSeen(): boolean {
  return typeof document !== 'undefined' && document.visibilityState === 'visible'
}

/** Ends the turn with the hearing, and the hearing when the page is put away: it would keep a radio awake. */
function onceLeft(hearing: AbortController, turn: Turn): () => void {
  const { signal } = hearing
  const end = () => {
    // What arrives from now on is refused, as from a tab that was overtaken.
    turn.rev = -1
  }
  const doc = typeof document === 'undefined' ? undefined : document
  const onHidden = () => {
    if (doc?.visibilityState === 'hidden') hearing.abort()
  }
  signal.addEventListener('abort', end)
  doc?.addEventListener('visibilitychange', onHidden)
  return () => {
    signal.removeEventListener('abort', end)
    doc?.removeEventListener('visibilitychange', onHidden)
  }
}
