import type { Question } from '#domain/form/form.ts'
import { isQuestion } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Language, Text } from '#domain/shared/text.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { withUnsaid } from '../unsaid.ts'
import { escaleMembers } from './escale-extension.ts'
import { EXTENSIONS, expressionOf, extension, extensionsOf, listOf, textOf } from './extensions.ts'
import { readFhirText } from './fhir-text.ts'
import { type FhirAsked, isHelp } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'
import { commonMembers } from './item-members.ts'
import { listItem } from './list-item.ts'
import { numberMembers, tellUnits, unitOf } from './number-members.ts'
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
/** Extensions given back as they were, and read all the same. */
const HEEDED = new Set<Json | undefined>([
  EXTENSIONS.unitOption,
  EXTENSIONS.hidden,
  EXTENSIONS.regex,
  EXTENSIONS.minOccurs,
  EXTENSIONS.maxOccurs,
])
/** Members that say nothing to who answers, or are heeded elsewhere. */
const SILENT = new Set([
  'id',
  'code',
  'definition',
  'maxLength',
  'readOnly',
  'modifierExtension',
  'answerConstraint',
  'disabledDisplay',
])

/** The question an item makes; two when a list also takes free words. */
export function buildItem(asked: FhirAsked, context: ItemContext): readonly Question[] {
  const { item, linkId, id } = asked
  const aside: Record<string, Json> = {}
  const bare = bareItem(asked, context, aside)
  const own = { ...bare, ...commonMembers(asked, bare, context, aside) } as Question
  const merged = { ...own, ...escaleMembers(item, MEMBERS) }
  const typed = isQuestion(merged as unknown as Json) ? (merged as Question) : own
  const question = hiddenAgain(withUnsaid(typed, escaleMembers(item, ['unsaid']).unsaid), item)
  const others = extensionsOf(item).filter(({ url }) => !READ_EXTENSIONS.has(url))
  const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !READ.has(name)))
  for (const { url } of others.filter(({ url }) => !HEEDED.has(url)))
    context.unused.note(textOf(url), linkId)
  for (const name of Object.keys(rest)) if (!SILENT.has(name)) context.unused.note(name, linkId)
  tellUnheeded(asked, question, context)
  const help = listOf(item.item).filter((each) => isRecord(each) && isHelp(each))
  const coding = extension(item, EXTENSIONS.unit)?.valueCoding
  Object.assign(aside, {
    ...(isRecord(coding) && coding.code !== undefined ? { unit: coding } : {}),
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
  return takesWords(item) && made.type !== 'text' ? [made, freeWords(made, asked, context)] : [made]
}

/** A calculation FHIR could not say comes back as hidden as it was. */
function hiddenAgain(question: Question, item: JsonRecord): Question {
  const isHidden = extension(item, EXTENSIONS.hidden)?.valueBoolean === true
  return question.type === 'calculated' && isHidden ? { ...question, hidden: true } : question
}

/** Hidden or read only: Escale shows, and lets change, all that is not computed. */
function tellUnheeded(
  { item, linkId }: FhirAsked,
  { type, label }: Question,
  { notes }: ItemContext,
): void {
  if (type === 'calculated' || type === 'note') return
  const isHidden = extension(item, EXTENSIONS.hidden)?.valueBoolean === true
  if (isHidden) notes.add('adapted', 'hidden-shown', { linkId }, { name: label.fr })
  if (item.readOnly === true) notes.add('adapted', 'read-only', { linkId }, { name: label.fr })
}

/** A list that also takes free words: `open-choice` in R4, a member of its own in R5. */
function takesWords({ type, answerConstraint }: JsonRecord): boolean {
  return type === 'open-choice' || /^optionsOr(String|Type)$/.test(textOf(answerConstraint))
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
  // R5 gives a list of answers to any type.
  const offers = type !== 'choice' && listOf(item.answerOption).length > 0
  if (offers) return listItem(asked, base, context, aside)
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
      tellUnits(asked, label, context)
      return { ...base, type: 'number', ...numberMembers(item) }
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
