import { answersOfFile, type Filling } from '#domain/filling/filling.ts'
import type { Answers, Form } from '#domain/form/form.ts'
import type { FormShelf } from '#domain/grid/form-shelf.ts'
import { type Fields, fieldsBelow } from '#domain/shared/json.ts'

/** A filling with what is needed to read it elsewhere. */
export interface FilledForm {
  readonly form: Form
  readonly filling: Filling
  /** Its record: what it says beside its answers. */
  readonly fields: Fields
  /** The form of another version, when this device has it. */
  readonly formOf: FormShelf['find']
  /** Name of the home. */
  readonly place: string
}

/** One set of answers: the filling, or one file of an EPP round. */
export interface AnsweredPart {
  /** Number of the file, from 1; undefined outside an EPP. */
  readonly file: number | undefined
  readonly answers: Answers
  readonly comments: ReadonlyMap<string, string>
  /** Of the record; in an EPP what is said of this file, its number left out of the names. */
  readonly fields: Fields
}

/** The sets of answers of a filling; an EPP round has one for each file somebody answered about. */
export function partsOf({ form, filling, fields }: FilledForm): readonly AnsweredPart[] {
  const { answers, comments } = filling
  if (form.kind !== 'epp') return [{ file: undefined, answers, comments, fields }]
  const keys = [...answers.keys(), ...comments.keys(), ...fieldsBelow(fields, 'aside.').keys()]
  const numbers = keys.map((key) => Number.parseInt(key, 10))
  const files = [...new Set(numbers.filter((file) => file >= 1))].sort((a, b) => a - b)
  return files.map((file) => ({
    file,
    answers: answersOfFile(filling, file),
    comments: new Map(
      [...comments].flatMap(([key, words]) =>
        key.startsWith(`${file}.`) ? [[key.slice(`${file}.`.length), words] as const] : [],
      ),
    ),
    fields: fieldsOfFile(fields, file),
  }))
}

/** What is said by file in an EPP round, as the record of that file alone would say it. */
function fieldsOfFile(fields: Fields, file: number): Fields {
  return Object.fromEntries(
    ['answers.', 'aside.', 'second.answers.', 'first.answers.'].flatMap((name) =>
      [...fieldsBelow(fields, `${name}${file}.`)].map(([key, value]) => [name + key, value]),
    ),
  )
}
