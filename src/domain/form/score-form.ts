import type { Json } from '../shared/json.ts'
import type { Answers, CriterionQuestion, Form, Question } from './form.ts'
import { evaluateForm, type FormState } from './form-state.ts'
import { criteriaOf, type Instance } from './instances.ts'
import { sectionsOf } from './relevance.ts'
import { scaleOf, stepOf } from './scales.ts'

/**
 * Conformity of a form or a section.
 * - `rated`: every criterion asked has its answer; `rate` is 0 to 1, never rounded.
 * - `incomplete`: `missing` names what has no answer; `answeredScore` is the rate of what was
 *   answered (undefined when nothing counts yet) and is never to be shown as a final figure.
 * - `not-applicable`: all was answered, and nothing counts.
 */
export type FormScore = Tally &
  (
    | { readonly kind: 'rated'; readonly rate: number }
    | {
        readonly kind: 'incomplete'
        readonly missing: readonly string[]
        readonly answeredScore: number | undefined
      }
    | { readonly kind: 'not-applicable' }
  )

export interface Tally {
  /** Weighted sum of what is conform. */
  readonly won: number
  /** Weighted sum of what counts: « Non applicable » left out. */
  readonly outOf: number
  /** How many criteria count, unweighted: the n printed beside the rate. */
  readonly n: number
  /** Blocking criteria answered « non »: the whole is not conform, whatever its rate (R-AUD-5). */
  readonly blockedBy: readonly string[]
}

export interface ScoredForm {
  readonly total: FormScore
  /** Visible sections that hold a criterion, in the form's order. */
  readonly sections: readonly { readonly section: string; readonly score: FormScore }[]
}

/**
 * Conformity rate of a form and of each section (« taux de conformité »). Sections are pooled: the sum
 * of what is conform over the sum of what counts, each criterion with its weight (R-AUD-1). The whole
 * is pooled too, or the mean the form asks for (R-AUD-6).
 *
 * « Non applicable » leaves both sums: a home is not marked down for equipment it does not own. A
 * criterion without an answer makes the score incomplete rather than lowering it, for a partial
 * figure on a printed report is read as a final one (R-AUD-3). Criteria whose scale counts as a mean
 * are not counted here (`has-score.ts`).
 */
export function scoreForm(form: Form, answers: Answers): ScoredForm {
  return scoreState(evaluateForm(form, answers))
}

/** As `scoreForm`, of a form already evaluated. */
export function scoreState(state: FormState): ScoredForm {
  const { form } = state.program
  const sections = sectionsOf(state).flatMap(({ section, questions }) => {
    const criteria = criteriaOf(questions, state).filter(({ question }) => isRated(question))
    return criteria.length > 0 ? [{ section, criteria, score: scoreCriteria(criteria, state) }] : []
  })
  const all = sections.flatMap(({ criteria }) => criteria)
  const pooled = scoreCriteria(all, state)
  return {
    total: withRate(
      pooled,
      form.scoring === 'mean-of-criteria'
        ? weightedMean(ratesByCriterion(all, state))
        : form.scoring === 'mean-of-sections'
          ? weightedMean(
              sections.map(({ section, score }) => ({
                weight: section.weight ?? 1,
                rate: score.outOf > 0 ? score.won / score.outOf : undefined,
              })),
            )
          : pooledRate(pooled),
    ),
    sections: sections.map(({ section, score }) => ({ section: section.id, score })),
  }
}

/** Criteria not met, in the form's order: « non » first to be corrected, « en partie » too. */
export function nonConformities(form: Form, answers: Answers): readonly CriterionQuestion[] {
  const state = evaluateForm(form, answers)
  return sectionsOf(state)
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
    .filter((criterion) => isNonConform(criterion, answers.get(criterion.id)))
}

/** True for an answer that calls for an action: no, partly, and 1 to 3 on the HAS scale (R-PAC-4). */
export function isNonConform(criterion: CriterionQuestion, answer: Json | undefined): boolean {
  const reading = stepOf(criterion, answer)?.reading
  return reading === 'unmet' || reading === 'partly'
}

function isRated(question: Question): question is CriterionQuestion {
  return question.type === 'criterion' && scaleOf(question).counts === 'rate'
}

function scoreCriteria(
  criteria: readonly Instance<CriterionQuestion>[],
  { answers }: FormState,
): FormScore {
  let won = 0
  let outOf = 0
  let n = 0
  const missing: string[] = []
  const blockedBy: string[] = []
  for (const { key, question } of criteria) {
    const step = stepOf(question, answers.get(key))
    const weight = question.weight ?? 1
    if (!step) missing.push(key)
    else if (step.worth !== undefined) {
      won += weight * step.worth
      outOf += weight
      n += 1
      if (question.blocking && step.reading === 'unmet') blockedBy.push(key)
    }
  }
  return withRate(
    { kind: 'incomplete', missing, answeredScore: undefined, won, outOf, n, blockedBy },
    outOf > 0 ? won / outOf : undefined,
  )
}

function pooledRate({ won, outOf }: Tally): number | undefined {
  return outOf > 0 ? won / outOf : undefined
}

/** The same tally under another rate of the whole. */
function withRate(score: FormScore, rate: number | undefined): FormScore {
  const { won, outOf, n, blockedBy } = score
  const tally = { won, outOf, n, blockedBy }
  if (score.kind === 'incomplete' && score.missing.length > 0) {
    return { kind: 'incomplete', missing: score.missing, answeredScore: rate, ...tally }
  }
  return rate === undefined
    ? { kind: 'not-applicable', ...tally }
    : { kind: 'rated', rate, ...tally }
}

/** The rate of each criterion over its rows. */
function ratesByCriterion(criteria: readonly Instance<CriterionQuestion>[], state: FormState) {
  const questions = [...new Set(criteria.map(({ question }) => question))]
  return questions.map((question) => ({
    weight: question.weight ?? 1,
    rate: pooledRate(
      scoreCriteria(
        criteria.filter((each) => each.question === question),
        state,
      ),
    ),
  }))
}

function weightedMean(
  parts: readonly { readonly weight: number; readonly rate: number | undefined }[],
): number | undefined {
  let won = 0
  let outOf = 0
  for (const { weight, rate } of parts) {
    if (rate === undefined) continue
    won += weight * rate
    outOf += weight
  }
  return outOf > 0 ? won / outOf : undefined
}
