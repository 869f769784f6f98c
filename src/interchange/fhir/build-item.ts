import type { Question } from '#domain/form/form.ts'
import { isQuestion } from '#domain/form/read-form.ts'
import { SCALES } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Language, Text } from '#domain/shared/text.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { readOptions } from './answer-options.ts'
import { escaleMembers } from './escale-extension.ts'
import {
  EXTENSIONS,
  expressionOf,
  extension,
  extensionsOf,
  listOf,
  textOf,
  valueX,
} from './extensions.ts'
import { readFhirText } from './fhir-text.ts'
import { type FhirAsked, isHelp } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'
import { commonMembers } from './item-members.ts'
import { readItemFormula } from './set-aside.ts'

/** Members of an item that become something in Escale. */
const READ = new Set([
  'linkId',
  'text',
  '_text',
  'type',
  'enableWhen',
  'enableBehavior',
  'required',
  'repeats',
  'initial',
  'answerOption',
  'answerValueSet',
  'options',
  'option',
  'item',
  'extension',
])
const READ_EXTENSIONS = new Set<Json | undefined>([
  EXTENSIONS.unit,
  EXTENSIONS.minValue,
  EXTENSIONS.maxValue,
  EXTENSIONS.maxDecimals,
  EXTENSIONS.calculated,
  EXTENSIONS.initial,
  EXTENSIONS.enableWhen,
  EXTENSIONS.constraint,
  EXTENSIONS.escale,
])
const MEMBERS = [
  'weight',
  'blocking',
  'imperatif',
  'phrases',
  'remedy',
  'easy',
  'step',
  'short',
  'decimals',
  'hidden',
  'annotate',
  'accepts',
  'rowTitle',
  'minRows',
  'maxRows',
]
const WHOLE = /^(integer|positiveInt|unsignedInt)$/

/** The question an item makes; two when a list also takes free words. */
export function buildItem(asked: FhirAsked, context: ItemContext): readonly Question[] {
  const { item, linkId, id } = asked
  const aside: Record<string, Json> = {}
  const bare = bareItem(asked, context, aside)
  const own = { ...bare, ...commonMembers(asked, bare, context, aside) } as Question
  const merged = { ...own, ...escaleMembers(item, MEMBERS) }
  const question = isQuestion(merged as unknown as Json) ? (merged as Question) : own
  const others = extensionsOf(item).filter(({ url }) => !READ_EXTENSIONS.has(url))
  const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !READ.has(name)))
  const help = listOf(item.item).filter((each) => isRecord(each) && isHelp(each))
  Object.assign(aside, {
    ...(linkId !== '' && linkId !== id ? { linkId } : {}),
    ...(others.length > 0 ? { extension: others } : {}),
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
    ...(help.length > 1 ? { help } : {}),
    ...(parentOf(asked) ? { below: parentOf(asked) ?? '' } : {}),
  })
  if (listOf(item.modifierExtension).length > 0) {
    const url = textOf(listOf(item.modifierExtension).filter(isRecord)[0]?.url)
    context.notes.add('kept-aside', 'modifier-extension', { linkId }, { url })
  }
  const made: Question =
    Object.keys(aside).length > 0 ? { ...question, carried: { fhir: aside } } : question
  return item.type === 'open-choice' && made.type !== 'text'
    ? [made, freeWords(made, asked, context)]
    : [made]
}

function parentOf({ within }: FhirAsked): string | undefined {
  const last = within.at(-1)
  return last && last.item.type !== 'group' ? last.linkId : undefined
}

function bareItem(asked: FhirAsked, context: ItemContext, aside: Record<string, Json>): Question {
  const { id, item, linkId } = asked
  const { notes, language } = context
  const label = readFhirText(item, 'text', language) ?? prefixed(asked, context)
  const hint = hintOf(item, language)
  const base = { id, label, ...(hint ? { hint } : {}) }
  const type = textOf(item.type)
  const standsFor = (read: string) => {
    notes.add('adapted', 'stands-for-type', { linkId }, { type, name: label.fr, read })
  }
  if (asked.rows) {
    const questions = asked.rows.flatMap((each) => buildItem(each, context))
    const group =
      escaleMembers(item, ['type']).type === 'opportunities' ? 'opportunities' : 'repeat'
    return { ...base, type: group, questions, ...occurs(item) }
  }
  const calculated = expressionOf(item, EXTENSIONS.calculated)
  if (calculated !== undefined) {
    aside.type = type
    const value = readItemFormula(asked, 'calculation', calculated, context, aside) ?? null
    const hidden = extension(item, EXTENSIONS.hidden)?.valueBoolean === true
    return {
      ...base,
      type: 'calculated',
      value,
      ...(type === 'decimal' || type === 'quantity' ? { decimals: 2 } : {}),
      ...(hidden ? { hidden } : {}),
      ...unitOf(item),
    }
  }
  switch (type) {
    case 'display':
      return { ...base, type: 'note' }
    case 'boolean':
      aside.type = type
      return {
        ...base,
        type: 'single',
        choices: [
          { code: 'true', label: { fr: 'Oui', en: 'Yes' } },
          { code: 'false', label: { fr: 'Non', en: 'No' } },
        ],
      }
    case 'integer':
    case 'decimal':
    case 'quantity':
      if (type === 'quantity') aside.type = type
      if (item.repeats === true) severalAnswers(asked, context, aside)
      return { ...base, type: 'number', ...stepOf(item), ...bounds(item), ...unitOf(item) }
    case 'date':
      return { ...base, type: 'date' }
    case 'dateTime':
      return { ...base, type: 'datetime' }
    case 'time':
      return { ...base, type: 'time' }
    case 'choice':
    case 'open-choice':
    case 'coding':
      return listItem(asked, base, context, aside)
    case 'attachment': {
      const kind = escaleMembers(item, ['type']).type
      if (kind === 'photo' || kind === 'signature') return { ...base, type: kind }
      return { ...base, type: 'file' }
    }
    case 'string':
      if (escaleMembers(item, ['type']).type === 'code') return { ...base, type: 'code' }
      if (item.repeats === true) severalAnswers(asked, context, aside)
      return { ...base, type: 'text', short: true }
    case 'text':
      return { ...base, type: 'text' }
    case 'url':
    case 'reference':
      aside.type = type
      standsFor('texte')
      return { ...base, type: 'text', short: true }
    default:
      notes.add('repaired', 'unknown-type', { linkId }, { type: type || '?', name: label.fr })
      if (type !== '') aside.type = type
      return { ...base, type: 'text', short: true }
  }
}

function severalAnswers(
  { item, linkId }: FhirAsked,
  { notes }: ItemContext,
  aside: Record<string, Json>,
) {
  aside.repeats = true
  notes.add('lost', 'several-answers', { linkId }, { name: textOf(item.text) || linkId })
}

function listItem(
  asked: FhirAsked,
  base: Pick<Question, 'id' | 'label' | 'hint'>,
  context: ItemContext,
  aside: Record<string, Json>,
): Question {
  const { item, linkId } = asked
  const type = textOf(item.type)
  const options = readOptions(item, context)
  if (type !== 'choice') aside.type = type
  if (typeof item.answerValueSet === 'string') aside.answerValueSet = item.answerValueSet
  if (options.choices.length === 0) {
    context.notes.add('lost', 'external-choices', { linkId }, { name: base.label.fr })
    aside.type = type
    return { ...base, type: 'text', short: true }
  }
  const said = escaleMembers(item, ['scale']).scale
  if (typeof said === 'string' && Object.hasOwn(SCALES, said)) {
    return { ...base, type: 'criterion', scale: said as keyof typeof SCALES }
  }
  if (isRecord(said)) {
    const question = { ...base, type: 'criterion', scale: said }
    if (isQuestion(question as unknown as Json)) return question as unknown as Question
  }
  if (options.hasOrdinals) {
    context.notes.add('kept-aside', 'ordinal-kept', { linkId }, { name: base.label.fr })
  }
  if (typeof item.answerValueSet !== 'string') aside.options = options.raw
  return { ...base, type: item.repeats === true ? 'multiple' : 'single', choices: options.choices }
}

function prefixed({ item, linkId, id }: FhirAsked, { notes, language }: ItemContext): Text {
  const prefix = readFhirText(item, 'prefix', language)
  if (prefix) return prefix
  notes.add('repaired', 'no-label', { linkId }, { name: linkId || id })
  return { fr: linkId || id, en: linkId || id }
}

function hintOf(item: JsonRecord, language: Language): Text | undefined {
  const help = listOf(item.item).filter(isRecord).find(isHelp)
  return help ? readFhirText(help, 'text', language) : undefined
}

function stepOf(item: JsonRecord): { step?: number } {
  const decimals = extension(item, EXTENSIONS.maxDecimals)?.valueInteger
  if (typeof decimals === 'number') return { step: 10 ** -Math.min(6, Math.max(0, decimals)) }
  return WHOLE.test(textOf(item.type)) ? {} : { step: 0.01 }
}

function bounds(item: JsonRecord): { min?: number; max?: number } {
  const min = numberIn(valueX(extension(item, EXTENSIONS.minValue)))
  const max = numberIn(valueX(extension(item, EXTENSIONS.maxValue)))
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function numberIn(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  return isRecord(value) && typeof value.value === 'number' ? value.value : undefined
}

function unitOf(item: JsonRecord): { unit?: Text } {
  const coding = extension(item, EXTENSIONS.unit)?.valueCoding
  const unit = isRecord(coding) ? textOf(coding.display) || textOf(coding.code) : ''
  return unit === '' ? {} : { unit: { fr: unit, en: unit } }
}

function occurs(item: JsonRecord): { minRows?: number; maxRows?: number } {
  const min = extension(item, EXTENSIONS.minOccurs)?.valueInteger
  const max = extension(item, EXTENSIONS.maxOccurs)?.valueInteger
  return {
    ...(typeof min === 'number' ? { minRows: min } : {}),
    ...(typeof max === 'number' ? { maxRows: max } : {}),
  }
}

/** The free words of an « open-choice ». */
function freeWords(made: Question, { linkId }: FhirAsked, { notes }: ItemContext): Question {
  notes.add('adapted', 'other-as-question', { linkId }, { name: made.label.fr })
  return {
    id: `${made.id.slice(0, 42)}_other`,
    type: 'text',
    short: true,
    label: { fr: 'Autre : précisez', en: 'Other: please specify' },
    ...(made.relevance === undefined ? {} : { relevance: made.relevance }),
    carried: { fhir: { added: true } },
  }
}
