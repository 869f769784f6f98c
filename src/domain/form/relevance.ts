import type { Answers, Choice, ChoiceQuestion, Condition, Form, Question, Section } from './form.ts'

/**
 * Whether a condition holds on these answers. A question without an answer makes `answered`, `is`,
 * `includes` and `at-least` false; `all` of nothing is true, `any` of nothing is false. Rule R-FOR-1.
 */
export function isRelevant(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true
  switch (condition.op) {
    case 'answered':
      return isAnswered(answers, condition.question)
    case 'is':
      return answers.get(condition.question) === condition.code
    case 'includes': {
      const value = answers.get(condition.question)
      return Array.isArray(value) && value.includes(condition.code)
    }
    case 'at-least': {
      const value = answers.get(condition.question)
      return typeof value === 'number' && value >= condition.value
    }
    case 'not':
      return !isRelevant(condition.of, answers)
    case 'all':
      return condition.of.every((each) => isRelevant(each, answers))
    case 'any':
      return condition.of.some((each) => isRelevant(each, answers))
  }
}

/** True when something was answered: an empty text and an empty list are no answer. */
export function isAnswered(answers: Answers, question: string): boolean {
  const value = answers.get(question)
  if (value === undefined || value === null || value === '') return false
  return !(Array.isArray(value) && value.length === 0)
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
export function visibleSections(form: Form, answers: Answers): readonly VisibleSection[] {
  const asked = askedQuestions(form, answers)
  return form.sections.flatMap((section) => {
    const questions = section.questions.filter((question) => asked.has(question.id))
    return questions.length > 0 ? [{ section, questions }] : []
  })
}

/** As `visibleSections`, one flat list of questions. */
export function visibleQuestions(form: Form, answers: Answers): readonly Question[] {
  return visibleSections(form, answers).flatMap(({ questions }) => questions)
}

/** The choices to offer, in order; one that no longer holds stays in the answer, unseen (R-FOR-1). */
export function visibleChoices(question: ChoiceQuestion, answers: Answers): readonly Choice[] {
  return question.choices.filter((choice) => isRelevant(choice.relevance, answers))
}

/**
 * Ids of the questions asked. A hidden question may hide another in turn, so the pass is repeated
 * until nothing changes. Without a cycle (`checkForm` refuses them) the longest chain of conditions
 * bounds the passes; the count of questions bounds them whatever the form.
 */
function askedQuestions(form: Form, answers: Answers): ReadonlySet<string> {
  const all = form.sections.flatMap((section) =>
    section.questions.map((question) => ({ section, question })),
  )
  let asked = new Set(all.map(({ question }) => question.id))
  for (let pass = 0; pass <= all.length; pass += 1) {
    const seen = new Map([...answers].filter(([id]) => asked.has(id)))
    const next = new Set(
      all
        .filter(
          ({ section, question }) =>
            isRelevant(section.relevance, seen) && isRelevant(question.relevance, seen),
        )
        .map(({ question }) => question.id),
    )
    if (next.size === asked.size && [...next].every((id) => asked.has(id))) return next
    asked = next
  }
  return asked
}
