import { type Form, isGroup, type Question } from '#domain/form/form.ts'

/** The first of each name: while a grid is written two may have one, which the checks say. */
export function distinct<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size !== seen.add(nameOf(item)).size)
}

/** The form with each answer offered once: what can be tried of one whose codes are doubled. */
export function withDistinctAnswers(form: Form): Form {
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map(answersOnce),
  }))
  return { ...form, sections }
}

function answersOnce(question: Question): Question {
  if ('choices' in question) {
    return { ...question, choices: distinct(question.choices, ({ code }) => code) }
  }
  return isGroup(question)
    ? { ...question, questions: question.questions.map(answersOnce) }
    : question
}
