import type { Answers, CriterionQuestion, Form } from '../form/form.ts'
import { type Day, parseDay } from '../shared/day.ts'
import { type Fields, fieldsBelow, type Json, textField } from '../shared/json.ts'
import type { DoubleRating } from '../statistics/kappa.ts'

/*
 * Double cotation of an audit: a second auditor rates the same criteria without seeing what the first
 * gave (`second.answers.<criterion>`), then both settle what they disagree on. What counts is then in
 * `answers.<criterion>`, as for any audit; what the first had given stays in `first.answers.<criterion>`,
 * so that who said what remains and the agreement is that of the readings, not of the settlement (R-KAP-3).
 */

const SECOND = 'second.answers.'
const FIRST = 'first.answers.'

/** Field of an answer of the second auditor. */
export function secondField(criterion: string): string {
  return SECOND + criterion
}

export function secondAnswers(fields: Fields): Answers {
  return fieldsBelow(fields, SECOND)
}

/** What each auditor gave, by criterion; `first` only for what both have settled since. */
export function bothReadings(fields: Fields): {
  readonly on: Day | undefined
  readonly readings: ReadonlyMap<
    string,
    { readonly second: Json | undefined; readonly first: Json | undefined }
  >
} {
  const second = secondAnswers(fields)
  const first = fieldsBelow(fields, FIRST)
  const keys = [...new Set([...second.keys(), ...first.keys()])]
  return {
    on: parseDay(textField(fields, 'second.on')),
    readings: new Map(
      keys.map((key) => [key, { second: second.get(key), first: first.get(key) }] as const),
    ),
  }
}

/** What the second auditor is asked: the criteria the first has rated, in the order of the form. */
export function criteriaToRateTwice(form: Form, fields: Fields): readonly CriterionQuestion[] {
  const first = firstAnswers(fields)
  return form.sections
    .flatMap(({ questions }) => questions)
    .filter((question): question is CriterionQuestion => question.type === 'criterion')
    .filter(({ id }) => first.has(id))
}

/** Both readings of each of these criteria, as each auditor gave them. */
export function doubleRatings(form: Form, fields: Fields): readonly DoubleRating[] {
  const first = firstAnswers(fields)
  const second = secondAnswers(fields)
  return criteriaToRateTwice(form, fields).map(({ id }) => ({
    id,
    first: codeOf(first.get(id)),
    second: codeOf(second.get(id)),
  }))
}

/** What both decided of a criterion they disagreed on; undefined before. */
export function settledAs(fields: Fields, criterion: string): Json | undefined {
  return Object.hasOwn(fields, FIRST + criterion) && fields[FIRST + criterion] !== null
    ? fields[`answers.${criterion}`]
    : undefined
}

/** Settles a criterion: what both decided counts, what the first had given is kept. */
export function settlement(fields: Fields, criterion: string, code: string): Fields {
  const given = firstAnswers(fields).get(criterion) ?? null
  return { [`answers.${criterion}`]: code, [FIRST + criterion]: given }
}

/** The readings of the first auditor: as given, whatever was settled since. */
function firstAnswers(fields: Fields): Answers {
  return new Map([...fieldsBelow(fields, 'answers.'), ...fieldsBelow(fields, FIRST)])
}

function codeOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
