import type { CriterionQuestion } from '../form.ts'

type Criterion = Omit<CriterionQuestion, 'type' | 'scale'>

/** Criteria of one scale, as most sections are: what each says is all that is left to write. */
export function criteriaOn(
  scale: CriterionQuestion['scale'],
  criteria: readonly Criterion[],
): readonly CriterionQuestion[] {
  return criteria.map((criterion) => ({ type: 'criterion', scale, ...criterion }))
}
