import { parseDay } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Declaration, declaration } from '#protocol/intake.ts'
import { readJson } from '../http/read-json.ts'

const QUESTION = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** What an envelope held, in the shape asked; undefined when it is not a declaration. */
export function readDeclaration(text: string): Declaration | undefined {
  const json = readJson(text)
  const parsed = json.ok ? declaration.safeParse(json.value) : undefined
  if (!parsed?.success || !parseDay(parsed.data.occurredOn)) return undefined
  const questions = Object.keys(parsed.data.answers)
  return questions.every((question) => QUESTION.test(question)) ? parsed.data : undefined
}

/**
 * The answers as fields of the event. Those the server's form does not know are kept: the phone may
 * have a newer one. The unit is a field of its own.
 */
export function answerFields(answers: Declaration['answers']): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([question]) => question !== 'unit')
      .map(([question, value]) => [`answers.${question}`, value as Json]),
  )
}
