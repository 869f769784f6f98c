import type { Env } from '../env.ts'
import type { LocalStore } from '../local-state.ts'
import { StaleError } from '../stale-error.ts'
import { StorageError } from '../storage-error.ts'
import { compactPages, forgetOldOps } from './compaction.ts'
import { releasePhotos } from './release-photos.ts'
import { ROUND_LOST_MS, underLock } from './under-lock.ts'

/** Housekeeping counts in weeks: once an hour is often enough. */
const TIDY_EVERY_MS = 3_600_000
/** Whoever asked for a round has what they asked for; pages are rewritten a moment later. */
const COMPACT_AFTER_MS = 2_000

export interface Housekeeping {
  /** Forgets what is old enough; within a round, under its lock. */
  tidy(): Promise<void>
  /** Rewrites pages after a round: under its lock again, and never in its way. */
  compactLater(): void
}

interface Parts {
  readonly store: LocalStore
  readonly env: Env
  readonly lock: string
}

/** What a tab tidies on its disk after rounds that ended well; `lock` is that of rounds. */
export function createHousekeeping({ store, env, lock }: Parts): Housekeeping {
  let tidiedAt: number | undefined
  let isCompacting = false

  return {
    async tidy() {
      const now = env.now()
      // A clock put back must not put it off.
      if (tidiedAt !== undefined && Math.abs(now - tidiedAt) < TIDY_EVERY_MS) return
      tidiedAt = now
      await forgetOldOps(store, env.now())
      await releasePhotos(store, env.now())
    },
    compactLater() {
      if (isCompacting) return
      isCompacting = true
      void env
        .sleep(COMPACT_AFTER_MS)
        .then(() => underLock(env.locks, lock, () => compactPages(store), ROUND_LOST_MS))
        .catch((error: unknown) => {
          // Lost a race, or the store was closed meanwhile: the next round does it.
          if (!(error instanceof StaleError || error instanceof StorageError)) throw error
        })
        .finally(() => {
          isCompacting = false
        })
    },
  }
}
