import type { Json } from '../shared/json.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { type Expr, isFnName } from './expr.ts'
import { FORM_KINDS, type Form, METHODS, OBSERVATION_UNITS, SCORINGS } from './form.ts'
import { SCALES } from './scales.ts'
import {
  aBoolean,
  aList,
  aLiteral,
  aNumber,
  aRecord,
  aText,
  eitherOf,
  lazily,
  oneOf,
  optional,
  type Shape,
  words,
} from './shape.ts'

/** More questions than any grid of the field has: the HAS manual holds 157 criteria. */
export const MOST_QUESTIONS = 2_000

const expr: Shape = lazily(() =>
  eitherOf(
    aLiteral,
    aRecord({ ref: words }),
    aRecord({
      fn: { accepts: (value) => typeof value === 'string' && isFnName(value) },
      of: aList(expr),
    }),
  ),
)

const scale: Shape = eitherOf(
  oneOf(Object.keys(SCALES)),
  aRecord({
    counts: oneOf(['rate', 'mean']),
    rule: optional(aText),
    steps: aList(
      aRecord({
        code: words,
        label: aText,
        sign: optional(words),
        reading: oneOf(['met', 'partly', 'unmet', 'not-applicable', 'not-seen']),
        worth: optional(aNumber),
      }),
    ),
  }),
)

const asked = {
  id: words,
  label: aText,
  hint: optional(aText),
  required: optional(expr),
  relevance: optional(expr),
  default: optional(expr),
  constraints: optional(aList(aRecord({ test: expr, message: aText }))),
}

const choices = aList(
  aRecord({
    code: words,
    label: aText,
    help: optional(aText),
    icon: optional(words),
    relevance: optional(expr),
  }),
)

const question: Shape = lazily(() =>
  eitherOf(
    aRecord({
      ...asked,
      type: oneOf(['criterion']),
      scale,
      weight: optional(aNumber),
      blocking: optional(aBoolean),
      imperatif: optional(words),
      phrases: optional(aList(aText)),
      remedy: optional(aText),
      easy: optional(aRecord({ picture: words, ask: aText, explain: aText })),
    }),
    aRecord({ ...asked, type: oneOf(['single', 'multiple']), choices }),
    aRecord({
      ...asked,
      type: oneOf(['number']),
      unit: optional(aText),
      min: optional(aNumber),
      max: optional(aNumber),
      step: optional(aNumber),
    }),
    aRecord({
      ...asked,
      type: oneOf(['text']),
      short: optional(aBoolean),
      phrases: optional(aList(aText)),
    }),
    aRecord({ ...asked, type: oneOf(['photo']), annotate: optional(aBoolean) }),
    aRecord({ ...asked, type: oneOf(['file']), accepts: optional(aList(words)) }),
    aRecord({ ...asked, type: oneOf(['date', 'time', 'datetime', 'code', 'signature', 'note']) }),
    aRecord({
      ...asked,
      type: oneOf(['calculated']),
      value: expr,
      unit: optional(aText),
      decimals: optional(aNumber),
      hidden: optional(aBoolean),
    }),
    aRecord({
      ...asked,
      type: oneOf(['repeat', 'opportunities']),
      questions: aList(question),
      rowTitle: optional(aText),
      minRows: optional(aNumber),
      maxRows: optional(aNumber),
    }),
  ),
)

const form: Shape = aRecord({
  id: words,
  version: aNumber,
  kind: oneOf(FORM_KINDS),
  code: words,
  title: aText,
  unit: oneOf(OBSERVATION_UNITS),
  source: aText,
  target: optional(aNumber),
  scoring: optional(oneOf(SCORINGS)),
  pilot: optional(aText),
  method: optional(oneOf(METHODS)),
  sections: aList(
    aRecord({
      id: words,
      title: aText,
      theme: optional(words),
      intro: optional(aText),
      audience: optional(oneOf(['person', 'professionals'])),
      relevance: optional(expr),
      weight: optional(aNumber),
      target: optional(aNumber),
      questions: aList(question),
    }),
  ),
})

export type UnreadableForm = { readonly kind: 'not-a-form' | 'too-many-questions' }

/**
 * A form that came from a record, a file or the wire. What is not one is refused whole, before any
 * screen runs it; whether it is sound is for `checkForm`. Members it does not know are kept: a later
 * version of the product may have put them there.
 */
export function readForm(value: Json | undefined): Result<Form, UnreadableForm> {
  if (value === undefined || !form.accepts(value)) return fail({ kind: 'not-a-form' })
  // The brand of a form is born here: every member was looked at above.
  const read = value as unknown as Form
  const count = read.sections.reduce((sum, { questions }) => sum + questions.length, 0)
  return count > MOST_QUESTIONS ? fail({ kind: 'too-many-questions' }) : ok(read)
}

/** As `readForm`, of one expression. */
export function isExpr(value: Json | undefined): value is Json & Expr {
  return value !== undefined && expr.accepts(value)
}

/** As `readForm`, of one question: a draft is read question by question. */
export function isQuestion(value: Json | undefined): boolean {
  return value !== undefined && question.accepts(value)
}
