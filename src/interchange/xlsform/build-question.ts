import { type Expr, ref } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { isQuestion } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { both } from '../expressions/formulas.ts'
import { withUnsaid } from '../unsaid.ts'
import type { BuildContext, Unread } from './build-context.ts'
import { externalList } from './choice-lists.ts'
import { listQuestion } from './choice-question.ts'
import { extrasOf } from './escale-columns.ts'
import { carriedCells } from './other-columns.ts'
import { commonFormulas, rowFormula } from './row-formulas.ts'
import type { Asked } from './survey-tree.ts'

/** Members of a question that XLSForm has no column for. */
const EXTRAS = [
  'phrases',
  'remedy',
  'easy',
  'decimals',
  'hidden',
  'annotate',
  'accepts',
  'rowTitle',
  'minRows',
  'maxRows',
  'step',
  'short',
]

/** The questions a row makes: one, or two when « or_other » asks for words. */
export function buildQuestions(written: Asked, context: BuildContext): readonly Question[] {
  const asked = withItsList(written, context)
  const { row } = asked
  const unread: Unread = {}
  const bare = bareQuestion(asked, context, unread)
  const own = { ...bare, ...commonFormulas(asked, bare, context, unread) } as Question
  const extras = extrasOf(row, EXTRAS)
  const merged = { ...own, ...extras }
  const typed = isQuestion(merged as unknown as Json) ? (merged as Question) : own
  const question = withUnsaid(typed, extrasOf(row, ['unsaid']).unsaid)
  const aside = {
    ...carriedOf(asked, question),
    ...carriedCells(row, [], { unused: context.unused, used: usedColumns(asked) }),
    ...(Object.keys(unread).length > 0 ? { unread } : {}),
  }
  const made: Question =
    Object.keys(aside).length > 0
      ? {
          ...question,
          carried: { ...question.carried, xlsform: { ...question.carried?.xlsform, ...aside } },
        }
      : question
  return asked.type.kind === 'choice' && asked.type.other
    ? [made, otherWords(asked, made, context)]
    : [made]
}

/** `select_one_external` is a `select_one` when the workbook brings its list. */
function withItsList(asked: Asked, { lists, notes }: BuildContext): Asked {
  const { id, row, type } = asked
  if (type.kind !== 'external') return asked
  const list = externalList(/^select_one_external\s+(\S+)/i.exec(type.word)?.[1] ?? '')
  if (!lists.has(list)) return asked
  notes.add('adapted', 'external-list-joined', row.place('type'), { name: id })
  return { ...asked, type: { kind: 'choice', many: false, list, rank: false, other: false } }
}

/** Words of `appearance` that Escale follows, by type. */
const LOOKS: Partial<Record<string, RegExp>> = {
  text: /^multiline$/,
  photo: /^(annotate|draw|signature)$/,
}

/** Columns that this row used, though others may have no use for them. */
function usedColumns({ type, row }: Asked): readonly string[] {
  if (type.kind === 'choice' || type.kind === 'external') return ['choice_filter']
  if (type.kind === 'begin') return ['repeat_count']
  if (type.kind !== 'question') return []
  const look = LOOKS[type.type]
  const followed =
    look &&
    row
      .get('appearance')
      .split(/\s+/)
      .every((word) => look.test(word))
  return [...(type.type === 'range' ? ['parameters'] : []), ...(followed ? ['appearance'] : [])]
}

/** The question by its type, before what every question may have. */
function bareQuestion(asked: Asked, context: BuildContext, unread: Unread): Question {
  const { id, row, type } = asked
  const { notes } = context
  const base = { id, label: labelOf(asked, context), ...hintOf(asked) }
  switch (type.kind) {
    case 'choice':
      return listQuestion(asked, base, context)
    case 'begin': {
      const questions = (asked.rows ?? []).flatMap((each) => buildQuestions(each, context))
      const group = extrasType(asked) === 'opportunities' ? 'opportunities' : 'repeat'
      return { ...base, type: group, questions, ...rowCount(asked, context) }
    }
    case 'external':
      notes.add('lost', 'external-choices', row.place('type'), { name: id })
      return { ...base, type: 'text', short: true }
    case 'unknown':
      notes.add('repaired', 'unknown-type', row.place('type'), { type: type.word, name: id })
      return { ...base, type: 'text', short: true }
    case 'end':
    case 'metadata':
      return { ...base, type: 'note' }
    case 'question':
      break
  }
  if (!type.exact) {
    const read = type.type === 'file' ? 'fichier' : 'texte'
    notes.add('adapted', 'stands-for-type', row.place('type'), { type: type.word, name: id, read })
  }
  const calculation = row.get('calculation')
  if (type.type === 'calculated' || type.type === 'hidden' || calculation !== '') {
    return {
      ...base,
      type: 'calculated',
      value: calculationOf(asked, context, unread),
      ...calculatedLook(asked),
    }
  }
  switch (type.type) {
    case 'integer':
      return { ...base, type: 'number', ...unitOf(asked) }
    case 'decimal':
      return { ...base, type: 'number', step: 0.01, ...unitOf(asked) }
    case 'range':
      return { ...base, type: 'number', ...rangeOf(row.get('parameters')), ...unitOf(asked) }
    case 'acknowledge':
      return { ...base, type: 'single', choices: [{ code: 'OK', label: { fr: 'Lu', en: 'OK' } }] }
    case 'text': {
      const short = !/\bmultiline\b/.test(row.get('appearance'))
      return { ...base, type: 'text', ...(short ? { short } : {}) }
    }
    case 'photo': {
      const look = row.get('appearance')
      if (/\bsignature\b/.test(look)) return { ...base, type: 'signature' }
      return {
        ...base,
        type: 'photo',
        ...(/\b(annotate|draw)\b/.test(look) ? { annotate: true } : {}),
      }
    }
    case 'file': {
      const accepts = type.word === 'file' ? {} : { accepts: [`${type.word}/*`] }
      return { ...base, type: 'file', ...accepts }
    }
    case 'number':
    case 'date':
    case 'time':
    case 'datetime':
    case 'code':
    case 'signature':
    case 'note':
      return type.type === 'number' ? { ...base, type: 'number' } : { ...base, type: type.type }
  }
}

function extrasType({ row }: Asked): unknown {
  return extrasOf(row, ['type']).type
}

function labelOf({ id, row, type }: Asked, { notes }: BuildContext): Question['label'] {
  const label = row.text('label')
  if (label) {
    if (/\$\{/.test(label.fr)) notes.add('adapted', 'label-quotes-answer', row.place('label'))
    return label
  }
  const unseen = type.kind === 'question' && (type.type === 'calculated' || type.type === 'hidden')
  if (!unseen) notes.add('repaired', 'no-label', row.place('label'), { name: id })
  const name = row.get('name') || id
  return { fr: name, en: name }
}

function hintOf({ row }: Asked): { hint?: Question['label'] } {
  const hint = row.text('hint')
  return hint ? { hint } : {}
}

function unitOf({ row }: Asked): { unit?: Question['label'] } {
  const unit = row.get('unit')
  return unit === '' ? {} : { unit: { fr: unit, en: unit } }
}

function calculatedLook({ row, type }: Asked) {
  const shown =
    row.text('label') !== undefined && type.kind === 'question' && type.type !== 'hidden'
  const isPlain = type.kind === 'question' && type.type === 'calculated'
  return {
    ...(shown && !isPlain ? {} : { hidden: true }),
    ...(type.kind === 'question' && type.type === 'decimal' ? { decimals: 2 } : {}),
    ...unitOf({ id: '', row, type, within: [] }),
  }
}

/** `start=0 end=10 step=1`. */
function rangeOf(parameters: string): { min?: number; max?: number; step?: number } {
  const read = (name: string) => {
    const found = new RegExp(`\\b${name}\\s*=\\s*(-?[\\d.]+)`).exec(parameters)
    return found ? Number(found[1]) : undefined
  }
  const [min, max, step] = [read('start'), read('end'), read('step')]
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined || !(step > 0) ? {} : { step }),
  }
}

function rowCount({ row }: Asked, { notes }: BuildContext): { minRows?: number; maxRows?: number } {
  const count = row.get('repeat_count')
  if (count === '') return {}
  if (/^\d+$/.test(count)) return { minRows: Number(count), maxRows: Number(count) }
  notes.add('kept-aside', 'repeat-count', row.place('repeat_count'), { value: count })
  return {}
}

function calculationOf(asked: Asked, context: BuildContext, unread: Unread): Expr {
  const text = asked.row.get('calculation')
  if (text === '') return asked.row.get('default')
  return rowFormula(asked, 'calculation', text, context, unread) ?? null
}

/** The type as written, when what Escale makes of it would not give it back; the name, when changed. */
function carriedOf({ id, row, type }: Asked, { type: made }: Question): Record<string, Json> {
  const name = row.get('name')
  const odd =
    type.kind === 'external' ||
    type.kind === 'unknown' ||
    (type.kind === 'choice' && (type.rank || type.other)) ||
    (type.kind === 'question' &&
      (!type.exact ||
        type.type === 'range' ||
        type.type === 'acknowledge' ||
        type.type === 'hidden' ||
        (made === 'calculated' && type.type !== 'calculated')))
  const message = row.text('constraint_message')
  const orphan = message && row.get('constraint') === ''
  return {
    ...(odd ? { type: row.get('type'), as: made } : {}),
    ...(name !== '' && name !== id ? { name } : {}),
    ...(orphan ? { message: { ...message } } : {}),
  }
}

/** « Autre » asks which: the question other tools add by themselves. */
function otherWords({ id, row }: Asked, made: Question, { notes }: BuildContext): Question {
  notes.add('adapted', 'other-as-question', row.place('type'), { name: id })
  const relevance: Expr = { fn: 'selected', of: [ref(id), 'other'] }
  return {
    id: `${id.slice(0, 42)}_other`,
    type: 'text',
    short: true,
    label: { fr: 'Autre : précisez', en: 'Other: please specify' },
    relevance: both(made.relevance, relevance) ?? relevance,
    carried: { xlsform: { added: true } },
  }
}
