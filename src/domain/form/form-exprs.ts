import type { Expr } from './expr.ts'
import type { Question, Section } from './form.ts'

/** Every expression that bears on a question, that of its section included. */
export function exprsOf(section: Section, question: Question): readonly Expr[] {
  return [
    section.relevance,
    question.relevance,
    question.required,
    question.default,
    ...(question.constraints ?? []).map(({ test }) => test),
    ...(question.type === 'calculated' ? [question.value] : []),
    ...('choices' in question ? question.choices.map(({ relevance }) => relevance) : []),
  ].filter((expr) => expr !== undefined)
}
