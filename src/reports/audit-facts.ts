import type { Action } from '#domain/action-plan/action.ts'
import type { FilledPhoto, Filling } from '#domain/filling/filling.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { type Count, progress } from '#domain/form/progress.ts'
import { visibleSections } from '#domain/form/relevance.ts'
import { type Reading, scaleOf, stepOf } from '#domain/form/scales.ts'
import { type FormScore, isNonConform, scoreForm } from '#domain/form/score-form.ts'
import type { Text } from '#domain/shared/text.ts'
import { type Interval, wilson } from '#domain/statistics/rate.ts'

/** One criterion that counts, as a mark on the page. */
export type Mark = 'full' | 'half' | 'empty'

/** A section (or the whole) as the report shows it. */
export interface Measured {
  readonly score: FormScore
  /** Marks in the form's order, those that count only. */
  readonly marks: readonly Mark[]
  /** Undefined below ten answers: a rate of six answers is noise (R-EPP-2). */
  readonly rated: (Interval & { readonly rate: number }) | undefined
  readonly before: FormScore | undefined
}

export interface Finding {
  readonly question: CriterionQuestion
  readonly answer: string
  readonly comment: string
  readonly photos: readonly FilledPhoto[]
  readonly actions: readonly Action[]
  /** The answer of the previous round when it was already not conform. */
  readonly alreadyFound: string | undefined
}

export interface AuditFacts {
  readonly whole: Measured
  /** A section may be held to more than the whole, whose target is that of the form. */
  readonly sections: readonly (Measured & { readonly title: Text; readonly target?: number })[]
  readonly progress: Count
  readonly findings: readonly Finding[]
  /** Conform criteria worth telling: an impératif, one that was corrected, one with a comment. */
  readonly strong: readonly CriterionQuestion[]
  /** Actions of this audit tied to no finding shown. */
  readonly otherActions: readonly Action[]
  readonly previousActions: readonly Action[]
  /** Photos that no finding shows whole: of conform criteria, and of findings with many. */
  readonly otherProofs: readonly FilledPhoto[]
  readonly hasWeights: boolean
}

const ENOUGH_FOR_A_RATE = 10
/** Photos printed beside a finding; the others follow as proofs. */
export const SHOWN_PHOTOS = 2
const MARKS: Partial<Record<Reading, Mark>> = { met: 'full', partly: 'half', unmet: 'empty' }

/** What an audit report says, before any layout. Scores come from the form engine alone. */
export function readAuditFacts(input: {
  readonly form: Form
  readonly filling: Filling
  readonly previous?: Filling
  readonly actions: readonly Action[]
}): AuditFacts {
  const { form, filling, previous, actions } = input
  const { answers } = filling
  const scored = scoreForm(form, answers)
  const before = previous ? scoreForm(form, previous.answers) : undefined
  const visible = visibleSections(form, answers).map(({ section, questions }) => ({
    section,
    criteria: questions.filter((question) => question.type === 'criterion'),
  }))
  const criteria = visible.flatMap((each) => each.criteria)
  const marksOf = (of: readonly CriterionQuestion[]) =>
    of.flatMap((criterion) => {
      const step = stepOf(criterion, answers.get(criterion.id))
      return step && scaleOf(criterion).counts === 'rate' ? (MARKS[step.reading] ?? []) : []
    })

  const mine = actions.filter((action) => action.sourceRecord === filling.id)
  const findings = criteria
    .filter((question) => isNonConform(question, answers.get(question.id)))
    .map((question) => ({
      question,
      answer: String(answers.get(question.id)),
      comment: filling.comments.get(question.id) ?? '',
      photos: filling.photos.filter((photo) => photo.question === question.id),
      actions: mine.filter((action) => action.sourceQuestion === question.id),
      alreadyFound: isNonConform(question, previous?.answers.get(question.id))
        ? String(previous?.answers.get(question.id))
        : undefined,
    }))
  const shownWhole = new Set(
    findings
      .filter(({ photos }) => photos.length <= SHOWN_PHOTOS)
      .map(({ question }) => question.id),
  )
  const told = new Set(findings.flatMap((finding) => finding.actions.map(({ id }) => id)))
  return {
    whole: measure(scored.total, marksOf(criteria), before?.total),
    sections: scored.sections.flatMap(({ section, score }) => {
      const found = visible.find((each) => each.section.id === section)
      if (!found) return []
      const earlier = before?.sections.find((each) => each.section === section)?.score
      const { title, target } = found.section
      const measured = measure(score, marksOf(found.criteria), earlier)
      return [{ title, ...(target !== undefined && { target }), ...measured }]
    }),
    progress: progress(form, answers),
    findings,
    strong: strongPoints(criteria, filling, previous),
    otherActions: mine.filter(({ id }) => !told.has(id)),
    previousActions: previous
      ? actions.filter((action) => action.sourceRecord === previous.id)
      : [],
    otherProofs: filling.photos.filter(({ question }) => !shownWhole.has(question)),
    hasWeights: criteria.some(({ weight }) => weight !== undefined && weight !== 1),
  }
}

/** The rate of what was answered, final or not; undefined when nothing counts. */
export function rateOf(score: FormScore): number | undefined {
  if (score.kind === 'rated') return score.rate
  return score.kind === 'incomplete' ? score.answeredScore : undefined
}

function measure(score: FormScore, marks: readonly Mark[], before?: FormScore): Measured {
  const rate = rateOf(score)
  const interval = rate === undefined ? undefined : wilson(rate * score.n, score.n)
  const rated =
    rate !== undefined && interval && score.n >= ENOUGH_FOR_A_RATE
      ? { rate, ...interval }
      : undefined
  return { score, marks, rated, before }
}

function strongPoints(
  criteria: readonly CriterionQuestion[],
  filling: Filling,
  previous: Filling | undefined,
): readonly CriterionQuestion[] {
  const interest = (criterion: CriterionQuestion) =>
    (isNonConform(criterion, previous?.answers.get(criterion.id)) ? 4 : 0) +
    (criterion.imperatif ? 2 : 0) +
    (filling.comments.has(criterion.id) ? 1 : 0)
  return criteria
    .filter((criterion) => stepOf(criterion, filling.answers.get(criterion.id))?.reading === 'met')
    .map((question, index) => ({ question, index }))
    .sort((a, b) => interest(b.question) - interest(a.question) || a.index - b.index)
    .map(({ question }) => question)
}
