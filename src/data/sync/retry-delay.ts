const FIRST_MS = 2_000
const LONGEST_MS = 300_000

/**
 * How long to wait after the `failures`-th failure in a row, ms: from 2 s to 5 min, spread so that
 * a ward's devices do not all come back at the same second. The server's own wish comes first.
 */
export function retryDelayMs(
  failures: number,
  random: number,
  retryAfterS: number | undefined,
): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  const spread = Math.max(FIRST_MS, longest * (0.5 + random / 2))
  return Math.max(spread, Math.min(LONGEST_MS, (retryAfterS ?? 0) * 1_000))
}
