import type { Answers, CriterionQuestion, Form, Question } from './form.ts'
import { evaluateForm, type FormState } from './form-state.ts'
import { criteriaOf, type Instance } from './instances.ts'
import { sectionsOf } from './relevance.ts'
import { scaleOf, stepOf } from './scales.ts'

/** Mean on a scale of points: HAS, levels of maturity, how often. `points` and `n` are whole numbers, so the mean stays exact. */
export interface HasScore {
  readonly kind: 'rated' | 'incomplete' | 'not-applicable'
  /** Sum of the values, whole numbers from 1. */
  readonly points: number
  /** How many answers count. */
  readonly n: number
  /** How many are fully met: at 4 or « optimisé » on the HAS scale. */
  readonly met: number
  readonly missing: readonly string[]
  /** Not rounded; undefined when nothing counts. */
  readonly mean: number | undefined
}

/**
 * Mean of the criteria rated on a scale of points, in all and by section. On the HAS scale NC and RI
 * leave the mean, the star is worth 4, the mean is not rounded (R-TRA-3). No letter A to D is ever derived: its
 * thresholds are not published (R-TRA-4).
 */
export function scoreHas(
  form: Form,
  answers: Answers,
): {
  readonly total: HasScore
  readonly sections: readonly { readonly section: string; readonly score: HasScore }[]
} {
  const state = evaluateForm(form, answers)
  const sections = sectionsOf(state).flatMap(({ section, questions }) => {
    const criteria = criteriaOf(questions, state).filter(({ question }) =>
      isMeanCriterion(question),
    )
    return criteria.length > 0 ? [{ section: section.id, criteria }] : []
  })
  return {
    total: meanOf(
      sections.flatMap(({ criteria }) => criteria),
      state,
    ),
    sections: sections.map(({ section, criteria }) => ({
      section,
      score: meanOf(criteria, state),
    })),
  }
}

/**
 * The mean as it is shown: two decimals, cut and not rounded (« non arrondi », our reading of a
 * point the sources leave open). Computed on whole numbers, or 2.30 would show as 2.29.
 */
export function shownMean({ points, n }: Pick<HasScore, 'points' | 'n'>): number | undefined {
  return n > 0 ? Math.floor((points * 100) / n) / 100 : undefined
}

function isMeanCriterion(question: Question): question is CriterionQuestion {
  return question.type === 'criterion' && scaleOf(question).counts === 'mean'
}

function meanOf(
  criteria: readonly Instance<CriterionQuestion>[],
  { answers }: FormState,
): HasScore {
  const given = criteria.map(({ key, question }) => ({
    key,
    step: stepOf(question, answers.get(key)),
  }))
  const values = given.flatMap(({ step }) => step?.worth ?? [])
  const missing = given.filter(({ step }) => !step).map(({ key }) => key)
  const points = values.reduce((sum, value) => sum + value, 0)
  const n = values.length
  return {
    kind: missing.length > 0 ? 'incomplete' : n === 0 ? 'not-applicable' : 'rated',
    points,
    n,
    met: given.filter(({ step }) => step?.worth !== undefined && step.reading === 'met').length,
    missing,
    mean: n > 0 ? points / n : undefined,
  }
}
