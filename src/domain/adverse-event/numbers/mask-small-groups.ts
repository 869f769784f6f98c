import { LEAST_GROUP } from '../you-said-we-did.ts'

export interface Group {
  readonly id: string
  readonly count: number
  /** Anonymous declarations among them. */
  readonly anonymous: number
}

/** Groups that may be shown beside their total. */
export interface MaskedGroups {
  readonly shown: readonly Group[]
  /** The others put together, zeros among them; none hidden when `hidden` is empty. */
  readonly hidden: readonly string[]
  readonly hiddenCount: number
}

/**
 * Masks the groups under five when one of them holds an anonymous declaration (R-EI-41, security page
 * D5), and so that neither the total nor the rule itself gives one back. The groups at or below a
 * threshold are put together; the threshold is four, or rises until what it hides makes five events or
 * more, in groups that are not all of one size (empty ones aside). When none does, all are hidden.
 *
 * Why it holds: the threshold depends on the counts and not on which group has which. Exchange what
 * two hidden groups hold: same threshold, same groups hidden, same sum, same picture. So whoever knows
 * the rule, the total and which groups are empty still cannot give a hidden group its count.
 */
export function maskSmallGroups(groups: readonly Group[]): MaskedGroups {
  const mustMask = groups.some(({ count, anonymous }) => anonymous > 0 && count < LEAST_GROUP)
  if (!mustMask) return { shown: groups, hidden: [], hiddenCount: 0 }
  const thresholds = [
    LEAST_GROUP - 1,
    ...groups.flatMap(({ count }) => (count < LEAST_GROUP ? [] : [count])),
  ].toSorted((a, b) => a - b)
  const atMost = (threshold: number) => groups.filter(({ count }) => count <= threshold)
  const hidden = thresholds.map(atMost).find(isSafe) ?? groups
  return {
    shown: groups.filter((group) => !hidden.includes(group)),
    hidden: hidden.map(({ id }) => id),
    hiddenCount: sum(hidden),
  }
}

function isSafe(hidden: readonly Group[]): boolean {
  const sizes = new Set(hidden.map(({ count }) => count))
  sizes.delete(0)
  return sum(hidden) >= LEAST_GROUP && sizes.size > 1
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}
