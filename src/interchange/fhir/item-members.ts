import { call, type Expr, ref, SELF } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { safePattern } from '#domain/form/safe-pattern.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { both } from '../expressions/formulas.ts'
import { unreadWords } from '../fault-words.ts'
import { isRecord } from '../is-record.ts'
import { readEnableWhen } from './enable-when.ts'
import {
  EXTENSIONS,
  expressionOf,
  extension,
  extensionsOf,
  listOf,
  textOf,
  valueX,
} from './extensions.ts'
import { fhirFormula } from './fhir-formula.ts'
import type { FhirAsked } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'
import { readItemFormula, unread } from './set-aside.ts'

interface Members {
  required?: Expr
  relevance?: Expr
  constraints?: Question['constraints']
  default?: Expr
}

/** What every item may have: conditions, constraints, a first value. */
export function commonMembers(
  asked: FhirAsked,
  bare: Question,
  context: ItemContext,
  aside: Record<string, Json>,
): Members {
  const { item } = asked
  const members: Members = {}
  const around = asked.within.map((frame) => relevanceOf(frame, context, undefined))
  const relevance = both(...around, relevanceOf(asked, context, aside))
  if (relevance !== undefined) members.relevance = relevance
  if (item.required === true && bare.type !== 'note') members.required = true
  const constraints = constraintsOf(asked, context, aside)
  if (constraints.length > 0) members.constraints = constraints
  const start = initialOf(asked, bare, context, aside)
  if (start !== undefined) members.default = start
  return members
}

function relevanceOf(
  frame: Pick<FhirAsked, 'item' | 'linkId'>,
  context: ItemContext,
  aside: Record<string, Json> | undefined,
): Expr | undefined {
  const simple = readEnableWhen(frame.item, context.ids, context.notes)
  const text = expressionOf(frame.item, EXTENSIONS.enableWhen)
  if (simple !== undefined || text === undefined) return simple
  const read = fhirFormula(text, context)
  if (read.ok) return read.value
  if (aside) {
    unread(aside, 'relevant', text)
    const words = unreadWords(read.error, 'relevant')
    context.notes.add('kept-aside', 'expression-unread', { linkId: frame.linkId }, words)
  }
  return undefined
}

/** `questionnaire-constraint`, a regular expression, a longest length. */
function constraintsOf(
  asked: FhirAsked,
  context: ItemContext,
  aside: Record<string, Json>,
): NonNullable<Question['constraints']> {
  const { item } = asked
  const self = ref(SELF)
  const pattern = textOf(extension(item, EXTENSIONS.regex)?.valueString)
  const { maxLength } = item
  return [
    ...extensionsOf(item)
      .filter(({ url }) => url === EXTENSIONS.constraint)
      .flatMap((each) => {
        const text = textOf(extension(each, 'expression')?.valueString)
        const human = textOf(extension(each, 'human')?.valueString)
        const test = readItemFormula(asked, 'constraint', text, context, aside)
        const message = human || 'Réponse à vérifier.'
        return test === undefined
          ? []
          : [{ test, message: { fr: message, en: human || 'Please check this answer.' } }]
      }),
    ...(pattern !== '' && safePattern(pattern)
      ? [
          {
            test: call('matches', self, pattern),
            message: { fr: `Forme attendue : ${pattern}`, en: `Expected shape: ${pattern}` },
          },
        ]
      : []),
    ...(typeof maxLength === 'number'
      ? [
          {
            test: call('<=', call('length', self), maxLength),
            message: {
              fr: `Au plus ${maxLength} caractères.`,
              en: `At most ${maxLength} characters.`,
            },
          },
        ]
      : []),
  ]
}

function initialOf(
  asked: FhirAsked,
  bare: Question,
  context: ItemContext,
  aside: Record<string, Json>,
): Expr | undefined {
  const { item, linkId } = asked
  const text = expressionOf(item, EXTENSIONS.initial)
  if (text !== undefined) return readItemFormula(asked, 'default', text, context, aside)
  const selected = listOf(item.answerOption)
    .filter(isRecord)
    .filter((each) => each.initialSelected === true)
  const initials = [...listOf(item.initial).filter(isRecord), ...selected]
  const [first] = initials
  if (!first) return undefined
  const literal = initials.length === 1 ? literalOf(valueX(first), bare) : undefined
  const keepsAll = literal !== undefined && bare.type !== 'number' && bare.type !== 'datetime'
  if (keepsAll) return literal
  aside.initial = initials.map((each) =>
    Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'initialSelected')),
  )
  if (literal !== undefined) return literal
  const value = initials.map((each) => inWords(valueX(each))).join(', ')
  context.notes.add('kept-aside', 'default-not-kept', { linkId }, { value })
  return undefined
}

/** A value as a person reads it. */
function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '?'
  if (!isRecord(value)) return String(value)
  if (typeof value.value === 'number') return `${value.value} ${textOf(value.unit)}`.trim()
  return textOf(value.display) || textOf(value.code) || textOf(value.reference) || '?'
}

function literalOf(value: Json | undefined, bare: Question): Expr | undefined {
  switch (bare.type) {
    case 'number':
      if (isRecord(value) && typeof value.value === 'number') return value.value
      return typeof value === 'number' ? value : undefined
    case 'datetime':
      // As the clock on the wall said it: a form of Escale has no other.
      return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
        ? value.slice(0, 16)
        : undefined
    case 'single':
    case 'criterion': {
      const code = isRecord(value)
        ? textOf(value.code) || textOf(value.display)
        : String(value ?? '')
      const codes = bare.type === 'single' ? bare.choices.map((each) => each.code) : [code]
      return codes.includes(code) ? code : undefined
    }
    case 'date':
      return typeof value === 'string' && parseDay(value) ? value : undefined
    case 'time':
      return typeof value === 'string' && /^\d\d:\d\d/.test(value) ? value.slice(0, 5) : undefined
    case 'text':
    case 'code':
      return typeof value === 'string' ? value : undefined
    default:
      return undefined
  }
}
