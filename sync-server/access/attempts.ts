interface Tries {
  readonly since: number
  count: number
}

/** Tries at a secret, counted before the answer is known, so that parallel ones count too. */
export interface Attempts {
  /** Seconds to wait when no try is left; undefined when this one was counted and may go on. */
  take(key: string, now: number): number | undefined
  /** Gives the try back: the secret was the right one. */
  giveBack(key: string): void
}

/** At most `max` wrong tries by key in `windowMs`. Kept in memory: a restart forgets them. */
export function createAttempts(max: number, windowMs: number): Attempts {
  const tries = new Map<string, Tries>()
  return {
    take(key, now) {
      for (const [old, { since }] of tries) if (since + windowMs <= now) tries.delete(old)
      const mine = tries.get(key) ?? { since: now, count: 0 }
      if (mine.count >= max) return Math.ceil((mine.since + windowMs - now) / 1_000)
      mine.count += 1
      tries.set(key, mine)
      return undefined
    },
    giveBack(key) {
      const mine = tries.get(key)
      if (mine) mine.count -= 1
    },
  }
}
