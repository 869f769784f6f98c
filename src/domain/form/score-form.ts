import type { Answers, CriterionQuestion, Form, Question } from './form.ts'
import { visibleSections } from './relevance.ts'

/** What each answer of the yes/no scales is worth; « En partie » counts half (R-AUD-2, our reading). */
const SHARES: ReadonlyMap<unknown, number> = new Map([
  ['yes', 1],
  ['partial', 0.5],
  ['no', 0],
])

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
 * Conformity rate of a form and of each section (« taux de conformité »), pooled: the sum of what is
 * conform over the sum of what counts, each criterion with its weight. R-AUD-1.
 *
 * « Non applicable » leaves both sums: a home is not marked down for equipment it does not own. A
 * criterion without an answer makes the score incomplete rather than lowering it, for a partial
 * figure on a printed report is read as a final one (R-AUD-3). Criteria on the HAS scale are not
 * counted here (`has-score.ts`).
 */
export function scoreForm(form: Form, answers: Answers): ScoredForm {
  const sections = visibleSections(form, answers).flatMap(({ section, questions }) => {
    const criteria = questions.filter(isRatedCriterion)
    return criteria.length > 0 ? [{ section: section.id, criteria }] : []
  })
  return {
    total: scoreCriteria(
      sections.flatMap(({ criteria }) => criteria),
      answers,
    ),
    sections: sections.map(({ section, criteria }) => ({
      section,
      score: scoreCriteria(criteria, answers),
    })),
  }
}

/** Criteria not met, in the form's order: « non » first to be corrected, « en partie » too. */
export function nonConformities(form: Form, answers: Answers): readonly CriterionQuestion[] {
  return visibleSections(form, answers)
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
    .filter(({ id }) => isNonConform(answers.get(id)))
}

/** True for an answer that calls for an action: no, partly, and 1 to 3 on the HAS scale (R-PAC-4). */
export function isNonConform(answer: unknown): boolean {
  return ['no', 'partial', '1', '2', '3'].some((code) => code === answer)
}

function isRatedCriterion(question: Question): question is CriterionQuestion {
  return question.type === 'criterion' && question.scale !== 'has'
}

function scoreCriteria(criteria: readonly CriterionQuestion[], answers: Answers): FormScore {
  let won = 0
  let outOf = 0
  let n = 0
  const missing: string[] = []
  const blockedBy: string[] = []
  for (const { id, weight = 1, blocking } of criteria) {
    const answer = answers.get(id)
    const share = SHARES.get(answer)
    if (share !== undefined) {
      won += weight * share
      outOf += weight
      n += 1
      if (blocking && answer === 'no') blockedBy.push(id)
    } else if (answer !== 'na') missing.push(id)
  }
  const tally = { won, outOf, n, blockedBy }
  if (missing.length > 0) {
    const answeredScore = outOf > 0 ? won / outOf : undefined
    return { kind: 'incomplete', missing, answeredScore, ...tally }
  }
  if (outOf === 0) return { kind: 'not-applicable', ...tally }
  return { kind: 'rated', rate: won / outOf, ...tally }
}
