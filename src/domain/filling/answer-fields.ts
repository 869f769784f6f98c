import type { Answers } from '../form/form.ts'
import type { Fields } from '../shared/json.ts'

/** Answers as the fields of a record; `line` is the file they are of, `3.` for the third. */
export function answerFields(answers: Answers, line = ''): Fields {
  return Object.fromEntries([...answers].map(([key, value]) => [`answers.${line}${key}`, value]))
}
