import { parseDay } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Addition, addition, type Declaration, declaration } from '#protocol/intake.ts'
import { readJson } from '../http/read-json.ts'

const QUESTION = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/** What an envelope held: a declaration, or words added to one; undefined when it is neither. */
export function readDeposit(
  text: string,
):
  | { kind: 'declaration'; declaration: Declaration }
  | { kind: 'addition'; addition: Addition }
  | undefined {
  const json = readJson(text)
  if (!json.ok) return undefined
  const added = addition.safeParse(json.value)
  if (added.success) return { kind: 'addition', addition: added.data }
  const declared = declaration.safeParse(json.value)
  if (!declared.success || !parseDay(declared.data.occurredOn)) return undefined
  const questions = Object.keys(declared.data.answers)
  if (!questions.every((question) => QUESTION.test(question))) return undefined
  return { kind: 'declaration', declaration: declared.data }
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
