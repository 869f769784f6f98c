/** Normal deviate of a 95 % interval. */
const Z = 1.96

/** An interval of a rate or of a difference of rates, as shares: 0.49 for 49 %. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson 95 % interval of `k` conform out of `n` (R-EPP-3): it stays between 0 and 1 and holds for
 * the ten to thirty files of an EPP, where the usual formula does not. Undefined when n is 0.
 */
export function wilson(k: number, n: number): Interval | undefined {
  if (n <= 0) return undefined
  const p = k / n
  const spread = 1 + (Z * Z) / n
  const centre = (p + (Z * Z) / (2 * n)) / spread
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))
  // At the ends the formula gives 0 and 1 exactly; floating point misses them by a hair.
  return { low: k <= 0 ? 0 : centre - half, high: k >= n ? 1 : centre + half }
}

export interface Difference extends Interval {
  /** Second rate less the first, -1 to 1. */
  readonly gain: number
  /** True when the interval leaves zero on one side: the change is more than chance. */
  readonly proven: boolean
}

/**
 * Newcombe 95 % interval of the gain between two rounds, built from the two Wilson intervals
 * (R-EPP-4). Undefined when either round is empty.
 */
export function newcombe(
  first: { readonly k: number; readonly n: number },
  second: { readonly k: number; readonly n: number },
): Difference | undefined {
  const a = wilson(first.k, first.n)
  const b = wilson(second.k, second.n)
  if (!a || !b) return undefined
  const pa = first.k / first.n
  const pb = second.k / second.n
  const gain = pb - pa
  const low = gain - Math.hypot(pb - b.low, a.high - pa)
  const high = gain + Math.hypot(b.high - pb, pa - a.low)
  return { gain, low, high, proven: low > 0 || high < 0 }
}
