import { type Difference, newcombe } from '../statistics/rate.ts'
import type { CriterionRate } from './rate-criteria.ts'

/**
 * What a second round changed for one criterion.
 * - `too-small`: a round has fewer than ten files that count: counts are shown, no gain (R-EPP-5).
 * - `measured`: the gain with its interval; `proven` says whether chance may still explain it.
 */
export type CriterionGain = {
  readonly criterion: CriterionRate['criterion']
  readonly before: Pick<CriterionRate, 'k' | 'n'>
  readonly after: Pick<CriterionRate, 'k' | 'n'>
} & (
  | { readonly kind: 'too-small' }
  | { readonly kind: 'measured'; readonly difference: Difference }
)

/**
 * Gain of each criterion between two rounds on the same version (Newcombe, R-EPP-4), in the form's
 * order. A criterion that no file counted in one of the rounds has nothing to compare, and is left out.
 */
export function gainOfCriteria(
  before: readonly CriterionRate[],
  after: readonly CriterionRate[],
): readonly CriterionGain[] {
  return after.flatMap((now): readonly CriterionGain[] => {
    const { criterion } = now
    const then = before.find((each) => each.criterion.id === criterion.id)
    const difference = then && newcombe(then, now)
    if (!difference) return []
    const counts = {
      criterion,
      before: { k: then.k, n: then.n },
      after: { k: now.k, n: now.n },
    }
    if (then.tooSmall || now.tooSmall) return [{ ...counts, kind: 'too-small' }]
    return [{ ...counts, kind: 'measured', difference }]
  })
}
