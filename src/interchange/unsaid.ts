import type { Choice, Question } from '#domain/form/form.ts'
import { isQuestion } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from './is-record.ts'

/**
 * Formulas the other format has no words for. They travel beside their question, by the member they
 * are of, and are taken back when the question returns without one.
 */
export type Unsaid = Record<string, Json>

const MEMBERS = ['relevance', 'required', 'default', 'constraints'] as const

/** The question with the formulas its format could not say; as it was when they make no question. */
export function withUnsaid(question: Question, said: Json | undefined): Question {
  if (said === undefined || !isRecord(said)) return question
  const { value, choices } = said
  const whole = {
    ...question,
    ...Object.fromEntries(
      MEMBERS.flatMap((name) =>
        said[name] !== undefined && question[name] === undefined ? [[name, said[name]]] : [],
      ),
    ),
    ...(value === undefined || isComputed(question) ? {} : { type: 'calculated', value }),
    ...('choices' in question && choices !== undefined && isRecord(choices)
      ? { choices: conditioned(question.choices, choices) }
      : {}),
  }
  return isQuestion(whole as unknown as Json) ? (whole as Question) : question
}

/** A calculation that came back with a formula keeps it. */
function isComputed(question: Question): boolean {
  return question.type === 'calculated' && question.value !== '' && question.value !== null
}

/** Each choice with the condition kept under its code. */
function conditioned(choices: readonly Choice[], conditions: JsonRecord): readonly unknown[] {
  return choices.map((choice) => {
    const relevance = conditions[choice.code]
    return relevance === undefined || choice.relevance !== undefined
      ? choice
      : { ...choice, relevance }
  })
}
