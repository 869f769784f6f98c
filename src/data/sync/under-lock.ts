/** A round lasts 60 s at most: a lock held longer is a frozen tab's. */
export const ROUND_LOST_MS = 90_000

/**
 * Runs a unit while no other tab of the profile does; one that holds the lock longer than
 * `stealAfterMs` is taken for a frozen tab and loses it. Where Web Locks are absent, and when a thawed
 * tab comes back after its lock was taken, the fencing numbers of the disk refuse the late commit.
 */
export async function underLock<T>(
  locks: LockManager | undefined,
  name: string,
  unit: () => Promise<T>,
  stealAfterMs: number,
): Promise<T> {
  if (!locks) return unit()
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), stealAfterMs)
  let entered = false
  const enter = () => {
    entered = true
    clearTimeout(timer)
    return unit()
  }
  try {
    return await locks.request(name, { signal: waiting.signal }, enter)
  } catch (error) {
    if (entered || !waiting.signal.aborted) throw error
    return await locks.request(name, { steal: true }, unit)
  } finally {
    clearTimeout(timer)
  }
}
