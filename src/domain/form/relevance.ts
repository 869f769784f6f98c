import type { Day } from '../shared/day.ts'
import { evaluateExpr, holds, isFilled } from './evaluate-expr.ts'
import type { Answers, Choice, ChoiceQuestion, Form, Question, Section } from './form.ts'
import { evaluateForm, type FormState, scopeOf } from './form-state.ts'

/** True when something was answered: an empty text and an empty list are no answer. */
export function isAnswered(answers: Answers, question: string): boolean {
  return isFilled(answers.get(question))
}

export interface VisibleSection {
  readonly section: Section
  readonly questions: readonly Question[]
}

/**
 * The sections and questions to show, in the form's order. A hidden question keeps its answer (one
 * may change one's mind), yet a condition does not see it: what is not asked decides nothing. A
 * section whose questions are all hidden is hidden too. Rule R-FOR-1.
 */
export function visibleSections(
  form: Form,
  answers: Answers,
  today?: Day,
): readonly VisibleSection[] {
  return sectionsOf(evaluateForm(form, answers, today))
}

/** As `visibleSections`, of a form already evaluated. Computations kept to themselves are left out. */
export function sectionsOf({ program, asked }: FormState): readonly VisibleSection[] {
  return program.form.sections.flatMap((section) => {
    const questions = section.questions.filter(
      (question) =>
        asked.has(question.id) && !(question.type === 'calculated' && question.hidden === true),
    )
    return questions.length > 0 ? [{ section, questions }] : []
  })
}

/** As `visibleSections`, one flat list of questions. */
export function visibleQuestions(form: Form, answers: Answers): readonly Question[] {
  return alwaysAsked(form) ?? visibleSections(form, answers).flatMap(({ questions }) => questions)
}

/** All the questions of a form without a condition nor a computation, which no answer changes; read once. */
function alwaysAsked(form: Form): readonly Question[] | undefined {
  if (!unconditional.has(form)) {
    const all = form.sections.flatMap(({ questions }) => questions)
    const isPlain =
      form.sections.every(({ relevance }) => relevance === undefined) &&
      all.every(({ relevance, type }) => relevance === undefined && type !== 'calculated')
    unconditional.set(form, isPlain ? all : undefined)
  }
  return unconditional.get(form)
}

const unconditional = new WeakMap<Form, readonly Question[] | undefined>()

/** The choices to offer, in order; one that no longer holds stays in the answer, unseen (R-FOR-1). */
export function visibleChoices(question: ChoiceQuestion, answers: Answers): readonly Choice[] {
  const scope = { read: (id: string) => answers.get(id) ?? null, rows: () => [], today: undefined }
  return question.choices.filter(
    ({ relevance }) => relevance === undefined || holds(evaluateExpr(relevance, scope)),
  )
}

/** As `visibleChoices`, in a form already evaluated, in a row of a group when given. */
export function offeredChoices(
  question: ChoiceQuestion,
  state: FormState,
  row?: { group: string; id: string },
): readonly Choice[] {
  const scope = scopeOf(state, row)
  return question.choices.filter(
    ({ relevance }) => relevance === undefined || holds(evaluateExpr(relevance, scope)),
  )
}
