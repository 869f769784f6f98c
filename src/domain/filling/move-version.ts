/*
 * A filling begun with one version of a grid goes on with another. What one answered is never reread
 * under another meaning, and never lost (R-GRI-3):
 * - an answer the other version asks for in the same way stays where it is;
 * - one it asks no more, or in another way (another type, another scale, another unit, a code it does not
 *   have) is set aside with the version it was given under, `aside.<key>`.
 * Going back to a version puts back what was set aside under it. So a move is an edit of a few fields of
 * the record, which merges like any other, and can be undone. What a colleague answers meanwhile to a
 * question that is gone stays in its field, read by no score, and is shown aside as well.
 */
import { checkAnswer } from '../form/check-answer.ts'
import { type Form, isGroup, type Question } from '../form/form.ts'
import { stepOf } from '../form/scales.ts'
import { type Fields, fieldsBelow, type Json, numberField, textField } from '../shared/json.ts'

/** A version one may fill in, with the record that published it. */
export interface Version {
  readonly form: Form
  /** Empty for a form built in. */
  readonly edition: string
}

export interface VersionMove {
  /** What the move writes on the record; nothing of it is lost by being written twice. */
  readonly fields: Fields
  /** Answers the new version goes on with. */
  readonly kept: number
  /** Keys of what is set aside, or asked no more. */
  readonly aside: readonly string[]
}

/** An answer the version in hand has no place for. */
export interface AnswerAside {
  readonly key: string
  readonly value: Json
  /** Version it was given under; undefined when a colleague answered meanwhile to a question that is gone. */
  readonly version: number | undefined
  readonly edition: string | undefined
}

const ANSWERS = 'answers.'
const ASIDE = 'aside.'

/** What going from one version to another writes. Pure: two devices that decide the same write the same. */
export function moveToVersion(fields: Fields, from: Version, to: Version): VersionMove {
  const written: Record<string, Json> = { edition: to.edition, formVersion: to.form.version }
  const answers = fieldsBelow(fields, ANSWERS)
  const aside: string[] = []
  let kept = 0
  for (const [key, value] of answers) {
    const after = questionAt(to.form, key)
    if (after && asksTheSame(questionAt(from.form, key), after, value)) kept += 1
    else {
      aside.push(key)
      written[ANSWERS + key] = null
      written[ASIDE + key] = { value, version: from.form.version, edition: from.edition }
    }
  }
  for (const { key, value, edition, version } of setAside(fields)) {
    const isOfThatVersion = edition === to.edition && version === to.form.version
    if (!isOfThatVersion || answers.has(key)) continue
    written[ANSWERS + key] = value
    written[ASIDE + key] = null
    kept += 1
  }
  return { fields: written, kept, aside: aside.sort() }
}

/** Answers of a filling that its version has no place for, in the order of their keys. */
export function answersAside(fields: Fields, form: Form): readonly AnswerAside[] {
  const unasked = [...fieldsBelow(fields, ANSWERS)].flatMap(([key, value]) =>
    questionAt(form, key) ? [] : [{ key, value, version: undefined, edition: undefined }],
  )
  return [...unasked, ...setAside(fields)].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The question an answer is of, whatever the row or the file it lies in; undefined when it is asked no more. */
export function questionAt(form: Form, key: string): Question | undefined {
  const parts = key.split('.')
  // The answers of an EPP lie by file, from 1.
  if (form.kind === 'epp' && /^\d+$/.test(parts[0] ?? '')) parts.shift()
  const [id, , own, ...more] = parts
  const question = topQuestions(form).get(id ?? '')
  if (!question || more.length > 0) return undefined
  if (parts.length === 1) return isGroup(question) ? undefined : question
  return isGroup(question) && own !== undefined
    ? question.questions.find((each) => each.id === own)
    : undefined
}

/** Looked up at each tap of a form of a thousand questions. */
const byForm = new WeakMap<Form, ReadonlyMap<string, Question>>()

function topQuestions(form: Form): ReadonlyMap<string, Question> {
  const known = byForm.get(form)
  if (known) return known
  const made = new Map(
    form.sections.flatMap(({ questions }) => questions.map((each) => [each.id, each] as const)),
  )
  byForm.set(form, made)
  return made
}

function setAside(fields: Fields): readonly AnswerAside[] {
  return [...fieldsBelow(fields, ASIDE)].flatMap(([key, held]) => {
    if (held === null || typeof held !== 'object' || Array.isArray(held)) return []
    const { value = null } = held as Fields
    const version = numberField(held as Fields, 'version')
    return [{ key, value, version, edition: textField(held as Fields, 'edition') }]
  })
}

/** True when the answer means in the one what it meant in the other. */
function asksTheSame(before: Question | undefined, after: Question, value: Json): boolean {
  if (!before) return checkAnswer(after, value).ok
  if (before.type !== after.type) return false
  if (before.type === 'number' && after.type === 'number') {
    // Out of the new bounds, it is still the same measure: it stays, and the form says what is wrong.
    return before.unit?.fr === after.unit?.fr
  }
  if (!checkAnswer(after, value).ok) return false
  if (before.type !== 'criterion' || after.type !== 'criterion') return true
  const was = stepOf(before, value)
  const is = stepOf(after, value)
  return was?.label.fr === is?.label.fr && was?.reading === is?.reading
}
