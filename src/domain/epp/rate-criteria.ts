import type { Answers, CriterionQuestion, Form } from '../form/form.ts'
import { visibleQuestions } from '../form/relevance.ts'
import { type Reading, stepOf } from '../form/scales.ts'
import { type Interval, wilson } from '../statistics/rate.ts'

/** Below this many files counts are shown, not percentages: « effectif trop petit » (R-EPP-5). */
export const SMALLEST_RATED_N = 10
/** Above this share of « non applicable » a reason is asked for (R-EPP-6). */
export const NOT_APPLICABLE_LIMIT = 0.2

export interface CriterionRate {
  readonly criterion: CriterionQuestion
  /** Files where it is met. */
  readonly k: number
  /** Files where it counts: met or not. */
  readonly n: number
  readonly notApplicable: number
  readonly unanswered: number
  /** Too few files: show « 6 sur 7 », no percentage. */
  readonly tooSmall: boolean
  /** 0 to 1, not rounded; undefined when nothing counts. */
  readonly rate: number | undefined
  readonly interval: Interval | undefined
  /** Share of « non applicable » among the files answered is above the limit. */
  readonly manyNotApplicable: boolean
}

/**
 * Rate of each criterion over the files of a round: k met out of n that count, with its Wilson
 * interval. Only « oui » is met; « en partie » counts as not met here, for k must be a number of
 * files (R-EPP-2). An unanswered cell counts nowhere.
 */
export function rateCriteria(form: Form, files: readonly Answers[]): readonly CriterionRate[] {
  const asked = files.map((answers) => ({
    answers,
    ids: new Set(visibleQuestions(form, answers).map(({ id }) => id)),
  }))
  return form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
    .map((criterion) => {
      const cells = asked
        .filter(({ ids }) => ids.has(criterion.id))
        .map(({ answers }) => stepOf(criterion, answers.get(criterion.id))?.reading)
      const count = (...readings: Reading[]) =>
        cells.filter((cell) => cell !== undefined && readings.includes(cell)).length
      const k = count('met')
      const n = count('met', 'partly', 'unmet')
      const notApplicable = count('not-applicable')
      return {
        criterion,
        k,
        n,
        notApplicable,
        unanswered: cells.filter((cell) => cell === undefined).length,
        tooSmall: n < SMALLEST_RATED_N,
        rate: n > 0 ? k / n : undefined,
        interval: wilson(k, n),
        manyNotApplicable:
          notApplicable > 0 && notApplicable / (n + notApplicable) > NOT_APPLICABLE_LIMIT,
      }
    })
}

/**
 * The round as a whole, pooled: Σ met over Σ that count (R-EPP-1). No interval is given on it: cells
 * of one file are not independent. `files` counts those with at least one answer.
 */
export function rateRound(
  form: Form,
  files: readonly Answers[],
): { readonly k: number; readonly n: number; readonly files: number } {
  const rates = rateCriteria(form, files)
  return {
    k: rates.reduce((sum, { k }) => sum + k, 0),
    n: rates.reduce((sum, { n }) => sum + n, 0),
    files: files.filter((answers) => answers.size > 0).length,
  }
}

export interface SectionRate {
  readonly section: string
  readonly k: number
  readonly n: number
  /** 0 to 1, not rounded; undefined when nothing counts, or in too few files for a rate (R-EPP-5). */
  readonly rate: number | undefined
}

/**
 * The round by section of its form, pooled like the whole (R-EPP-1) and without an interval. Cells are
 * more than files: a section is too small when none of its criteria counts in ten files.
 */
export function rateSections(form: Form, rates: readonly CriterionRate[]): readonly SectionRate[] {
  return form.sections.flatMap(({ id, questions }) => {
    const own = rates.filter(({ criterion }) => questions.some((each) => each.id === criterion.id))
    if (own.length === 0) return []
    const k = own.reduce((sum, rate) => sum + rate.k, 0)
    const n = own.reduce((sum, rate) => sum + rate.n, 0)
    const isRated = own.some(({ tooSmall }) => !tooSmall)
    return [{ section: id, k, n, rate: isRated ? k / n : undefined }]
  })
}

/** Criteria whose rate is below their target (0 to 1, by id): what the team reads first and acts upon. */
export function weakCriteria(
  rates: readonly CriterionRate[],
  targets: ReadonlyMap<string, number>,
): readonly CriterionRate[] {
  return rates.filter(({ rate, criterion }) => {
    const target = targets.get(criterion.id)
    return rate !== undefined && target !== undefined && rate < target
  })
}
