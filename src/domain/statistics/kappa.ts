import type { Interval } from './rate.ts'

/** Normal deviate of a 95 % interval. */
const Z = 1.96

/** One thing rated by two people: a criterion, or a criterion of one file. */
export interface DoubleRating {
  readonly id: string
  /** Code given by each; undefined when that person gave none. */
  readonly first: string | undefined
  readonly second: string | undefined
}

export interface Agreement {
  /** Rated by both. */
  readonly n: number
  readonly agreed: number
  /** Not rated by one of the two, or by either: out of the figure. */
  readonly unrated: number
  /** Rated by both, differently, in the order given. */
  readonly disagreements: readonly DoubleRating[]
  /** -1 to 1, not rounded; undefined without a rating, or when chance alone explains all. */
  readonly kappa: number | undefined
  /** At 95 %, cut to -1 and 1; undefined with `kappa`. */
  readonly interval: Interval | undefined
}

/**
 * Cohen's kappa of two auditors on the same grid, with its large-sample interval (Fleiss, Cohen and
 * Everitt 1969), R-KAP-1. « Non applicable » is an answer like another: two people who agree that a
 * criterion does not apply do agree (R-KAP-2, our reading). When both gave one same answer to
 * everything, chance explains the whole agreement and no kappa exists: only counts are given.
 */
export function agreementOf(ratings: readonly DoubleRating[]): Agreement {
  const both = ratings.flatMap(({ id, first, second }) =>
    first === undefined || second === undefined ? [] : [{ id, first, second }],
  )
  const disagreements = both.filter(({ first, second }) => first !== second)
  const n = both.length
  const agreed = n - disagreements.length
  const unrated = ratings.length - n
  const measured = measure(both)
  return { n, agreed, unrated, disagreements, kappa: measured?.kappa, interval: measured?.interval }
}

interface Pair {
  readonly first: string
  readonly second: string
}

function measure(pairs: readonly Pair[]) {
  const n = pairs.length
  if (n === 0) return undefined
  const rows = shares(pairs.map(({ first }) => first))
  const columns = shares(pairs.map(({ second }) => second))
  const observed = pairs.filter(({ first, second }) => first === second).length / n
  let expected = 0
  for (const [code, share] of rows) expected += share * (columns.get(code) ?? 0)
  // Two people who each used one same code: equal to 1 up to the rounding of the machine.
  if (expected > 1 - 1e-12) return undefined
  const kappa = (observed - expected) / (1 - expected)
  // Sum over the cells of the table, each pair bringing 1/n to its own.
  let spread = 0
  for (const { first, second } of pairs) {
    const margins = (columns.get(first) ?? 0) + (rows.get(second) ?? 0)
    const agrees = first === second ? 1 : 0
    spread += (agrees - margins * (1 - kappa)) ** 2 / n
  }
  const centre = kappa - expected * (1 - kappa)
  const variance = Math.max(0, spread - centre ** 2) / (n * (1 - expected) ** 2)
  const half = Z * Math.sqrt(variance)
  return {
    kappa,
    interval: { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) },
  }
}

/** Share of each code. */
function shares(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return new Map([...counts].map(([code, count]) => [code, count / codes.length]))
}
