import { type Day, parseDay } from '../shared/day.ts'
import { codeField, type Fields, fieldsBelow, textField } from '../shared/json.ts'

/** What a person may answer alone: three faces, and two ways of not answering. */
export const OWN_ANSWERS = ['yes', 'so-so', 'no', 'unknown', 'declined'] as const
export type OwnAnswer = (typeof OWN_ANSWERS)[number]

/** Who was beside the person; `alone` is nobody. A function, never a name. */
export const HELPERS = ['alone', 'relative', 'trusted-person', 'professional'] as const
export type Helper = (typeof HELPERS)[number]

/** What the person said alone on the tablet, kept beside the rating and never turned into one (R-TRA-5). */
export interface OwnWords {
  readonly answers: ReadonlyMap<string, OwnAnswer>
  readonly helper: Helper
  /** The day the tablet was handed; undefined when it never was. */
  readonly on: Day | undefined
}

/** Fields `own.<question>`, `ownHelper`, `ownOn` of a tracer. An answer of an unknown code is left out. */
export function readOwnWords(fields: Fields): OwnWords {
  const answers = new Map<string, OwnAnswer>()
  for (const [question, value] of fieldsBelow(fields, 'own.')) {
    const answer = OWN_ANSWERS.find((code) => code === value)
    if (answer) answers.set(question, answer)
  }
  return {
    answers,
    helper: codeField(fields, 'ownHelper', HELPERS, 'alone'),
    on: parseDay(textField(fields, 'ownOn')),
  }
}
