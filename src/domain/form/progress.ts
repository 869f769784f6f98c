import { isFilled } from './evaluate-expr.ts'
import { type Answers, type Form, isGroup, type Question } from './form.ts'
import { evaluateForm, type FormState } from './form-state.ts'
import { instancesOf } from './instances.ts'
import { sectionsOf, type VisibleSection } from './relevance.ts'

export interface Count {
  readonly answered: number
  readonly expected: number
}

export interface Progress extends Count {
  /** Visible sections only, in the form's order. */
  readonly sections: readonly (Count & { readonly section: string })[]
}

/**
 * How far a form is filled in. Expected are the questions that are asked and either score or are
 * marked required; an optional remark never makes a form look unfinished (R-FOR-2). A group counts
 * once, and is answered when it has the rows it asks for and each is complete.
 */
export function progress(form: Form, answers: Answers): Progress {
  return progressOf(evaluateForm(form, answers))
}

/** As `progress`, of a form already evaluated. */
export function progressOf(state: FormState): Progress {
  const sections = sectionsOf(state).map((visible) => ({
    section: visible.section.id,
    ...countOf(visible, state),
  }))
  return {
    answered: sum(sections.map((each) => each.answered)),
    expected: sum(sections.map((each) => each.expected)),
    sections,
  }
}

/** Ids of the expected questions without an answer, in the form's order (R-FOR-2). */
export function missingQuestions(form: Form, answers: Answers): readonly string[] {
  return missingIn(evaluateForm(form, answers))
}

/** As `missingQuestions`, of a form already evaluated. */
export function missingIn(state: FormState): readonly string[] {
  return state.program.form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => isMissing(question, state))
    .map(({ id }) => id)
}

/**
 * The next expected question without an answer, looking below `after` first and then from the top:
 * what was skipped comes back at the end. Undefined when nothing is missing.
 */
export function nextUnanswered(form: Form, answers: Answers, after?: string): string | undefined {
  return nextMissing(evaluateForm(form, answers), after)
}

/** As `nextUnanswered`, of a form already evaluated. */
export function nextMissing(state: FormState, after?: string): string | undefined {
  const order = state.program.form.sections.flatMap(({ questions }) => questions)
  const from = after === undefined ? -1 : order.findIndex(({ id }) => id === after)
  // Looked at one by one, for the next is nearly always the next: a tap waits for it.
  const isNext = (question: Question) => isMissing(question, state)
  return (order.slice(from + 1).find(isNext) ?? order.find(isNext))?.id
}

function isMissing(question: Question, state: FormState): boolean {
  return state.asked.has(question.id) && isExpected(question, state) && !isDone(question, state)
}

/** True for a question whose absence leaves the form unfinished. */
export function isExpected(question: Question, state: FormState): boolean {
  if (question.type === 'criterion') return true
  if (isGroup(question)) {
    return (
      (question.minRows ?? 0) > 0 || question.questions.some(({ type }) => type === 'criterion')
    )
  }
  return takesAnswer(question) && state.required.has(question.id)
}

/** True when an expected question has what it awaits; a refused answer is not one (R-FOR-5). */
export function isDone(question: Question, state: FormState): boolean {
  if (!isGroup(question)) return isGiven(question.id, state)
  const rows = state.rows.get(question.id)?.length ?? 0
  if (rows < Math.max(1, question.minRows ?? 0)) return false
  return instancesOf(question, state).every(
    (instance) =>
      instance.key === question.id ||
      !(instance.question.type === 'criterion' || state.required.has(instance.key)) ||
      isGiven(instance.key, state),
  )
}

function isGiven(key: string, state: FormState): boolean {
  return isFilled(state.answers.get(key)) && !state.broken.has(key)
}

/** A note is read, a calculation computes; pictures and files are kept beside the answers. */
function takesAnswer({ type }: Question): boolean {
  return !['note', 'photo', 'file', 'signature', 'calculated'].includes(type)
}

function countOf({ questions }: VisibleSection, state: FormState): Count {
  const expected = questions.filter((question) => isExpected(question, state))
  return {
    answered: expected.filter((question) => isDone(question, state)).length,
    expected: expected.length,
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
