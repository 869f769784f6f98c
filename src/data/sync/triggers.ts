/** Words come in bursts: one round for them all, soon after the last. */
const AFTER_WRITE_MS = 2_000
/** What others wrote is at most so old on an open screen. */
const EVERY_MS = 60_000

export interface Triggers {
  start(): void
  stop(): void
  /** Something was written here. */
  wrote(): void
  /** A round must come back after a failure, or has more to do. */
  again(afterMs: number): void
}

/**
 * When a round is due: at the start, after a write, when the network or the page comes back, every
 * minute. `online` is a hint: a round that fails is simply tried again.
 */
export function createTriggers(round: () => void): Triggers {
  let started = false
  let afterWrite: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let every: ReturnType<typeof setInterval> | undefined

  const onReturn = () => {
    if (typeof document === 'undefined' || document.visibilityState === 'visible') round()
  }
  // A worker or a server has neither window nor document; the timers are enough there.
  const page = typeof window === 'undefined' ? undefined : window
  const doc = typeof document === 'undefined' ? undefined : document

  return {
    start() {
      if (started) return
      started = true
      page?.addEventListener('online', onReturn)
      page?.addEventListener('pageshow', onReturn)
      doc?.addEventListener('visibilitychange', onReturn)
      every = setInterval(round, EVERY_MS)
      round()
    },
    stop() {
      started = false
      page?.removeEventListener('online', onReturn)
      page?.removeEventListener('pageshow', onReturn)
      doc?.removeEventListener('visibilitychange', onReturn)
      clearInterval(every)
      clearTimeout(afterWrite)
      clearTimeout(retry)
    },
    wrote() {
      if (!started) return
      clearTimeout(afterWrite)
      afterWrite = setTimeout(round, AFTER_WRITE_MS)
    },
    again(afterMs) {
      if (!started) return
      clearTimeout(retry)
      retry = setTimeout(round, afterMs)
    },
  }
}
