import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { createReadAhead } from '../read-ahead.ts'
import { hear } from './hear.ts'
import { retryDelayMs } from './retry-delay.ts'
import type { RoundEnd } from './round.ts'

export interface BetweenParts {
  readonly store: LocalStore
  readonly env: Env
  /** True once the device holds all it may read. */
  readonly isWhole: () => boolean
  /** What others wrote was kept: other tabs want to know. */
  readonly onKept: () => void
  /** A round is due, so many ms from now. */
  readonly again: (afterMs: number) => void
}

export interface BetweenRounds {
  /** To call where a round ended, whatever its end. Nobody waits for what begins. */
  begin(end: RoundEnd): void
  /** To call before the next, and when the store closes. */
  end(): void
}

/** What a tab does until its next round: hears what others write, and reads ahead what lists show first. */
export function createBetweenRounds({
  store,
  env,
  isWhole,
  onKept,
  again,
}: BetweenParts): BetweenRounds {
  const ahead = createReadAhead(store.state.replica)
  let hearing = new AbortController()
  let lostLines = 0

  function lookAhead({ signal }: AbortController): void {
    // For screens: a worker has none.
    if (typeof document === 'undefined') return
    void ahead.afterRound({ now: env.now(), isWhole: isWhole(), signal })
  }

  return {
    begin({ kind }) {
      const now = new AbortController()
      hearing = now
      lookAhead(now)
      if (kind !== 'done') return
      void hear({
        store,
        env,
        hearing: now,
        onKept() {
          lostLines = 0
          onKept()
          lookAhead(now)
        },
        onLost: () => again(retryDelayMs(++lostLines, env.random(), undefined)),
      })
    },
    end: () => hearing.abort(),
  }
}
