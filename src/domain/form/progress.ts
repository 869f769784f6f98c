import type { Answers, Form, Question } from './form.ts'
import { isAnswered, type VisibleSection, visibleSections } from './relevance.ts'

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
 * marked required; an optional remark never makes a form look unfinished (R-FOR-2).
 */
export function progress(form: Form, answers: Answers): Progress {
  const sections = visibleSections(form, answers).map((visible) => ({
    section: visible.section.id,
    ...countOf(visible, answers),
  }))
  return {
    answered: sum(sections.map((each) => each.answered)),
    expected: sum(sections.map((each) => each.expected)),
    sections,
  }
}

/** Ids of the expected questions without an answer, in the form's order (R-FOR-2). */
export function missingQuestions(form: Form, answers: Answers): readonly string[] {
  return expectedQuestions(form, answers)
    .map(({ id }) => id)
    .filter((id) => !isAnswered(answers, id))
}

/**
 * The next expected question without an answer, looking below `after` first and then from the top:
 * what was skipped comes back at the end. Undefined when nothing is missing.
 */
export function nextUnanswered(form: Form, answers: Answers, after?: string): string | undefined {
  const ids = expectedQuestions(form, answers).map(({ id }) => id)
  const order = form.sections.flatMap((section) => section.questions.map(({ id }) => id))
  const from = after === undefined ? -1 : order.indexOf(after)
  const missing = ids.filter((id) => !isAnswered(answers, id) && id !== after)
  const here = ids.find((id) => id === after && !isAnswered(answers, id))
  return missing.find((id) => order.indexOf(id) > from) ?? missing[0] ?? here
}

/** True for a question whose absence leaves the form unfinished. */
export function isExpected(question: Question): boolean {
  if (question.type === 'note' || question.type === 'photo') return false
  return question.type === 'criterion' || question.required === true
}

function expectedQuestions(form: Form, answers: Answers): readonly Question[] {
  return visibleSections(form, answers).flatMap(({ questions }) => questions.filter(isExpected))
}

function countOf({ questions }: VisibleSection, answers: Answers): Count {
  const expected = questions.filter(isExpected)
  return {
    answered: expected.filter(({ id }) => isAnswered(answers, id)).length,
    expected: expected.length,
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
