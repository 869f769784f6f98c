import { call, type Expr, ref, SELF } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { both } from '../expressions/formulas.ts'
import { asideCells, asideOf, asideRecord } from './aside.ts'
import { TO_CHECK } from './row-formulas.ts'
import { type Row, type SheetWriter, textCells } from './sheet-writer.ts'
import { formulaCell, type WriteContext } from './write-context.ts'

/** One row of the survey; for a repeated group, its beginning. */
export function writeQuestion(
  question: Question,
  survey: SheetWriter,
  context: WriteContext,
): void {
  const aside = asideOf(question)
  const unread = asideCells(aside.unread)
  const own = typeWritten(question, context)
  const { languages, names } = context
  const cell = (expr: Expr | undefined, column: string) =>
    expr === undefined ? (unread[column] ?? '') : formulaCell(expr, question.id, column, context)
  const hidesName =
    question.type === 'calculated' && question.label.fr === (names.get(question.id) ?? '')
  survey.add({
    type: kept(question) ?? own.type,
    name: names.get(question.id) ?? question.id,
    ...(hidesName ? {} : textCells('label', question.label, languages)),
    ...textCells('hint', question.hint, languages),
    required: requiredCell(question, unread, context),
    relevant: cell(question.relevance, 'relevant'),
    ...constraintCells(question, unread, context),
    default: defaultCell(question, unread, context),
    ...own.cells,
    ...(question.type === 'calculated' && !isHiddenText(question)
      ? {
          calculation: cell(
            question.value === null || question.value === '' ? undefined : question.value,
            'calculation',
          ),
        }
      : {}),
    ...choiceFilter(question, context),
    ...asideCells(aside.cells),
    escale: extrasCell(question, context),
  })
}

interface Written {
  readonly type: string
  readonly cells?: Row
}

function typeWritten(question: Question, { lists, languages }: WriteContext): Written {
  const asImported = kept(question)
  // An « acknowledge » or a « geopoint » has no list of its own.
  if (asImported !== undefined && !/^(select|rank)/.test(asImported)) return { type: asImported }
  switch (question.type) {
    case 'criterion':
      return { type: `select_one ${lists.ofScale(question)}`, cells: criterionCells(question) }
    case 'single':
      return { type: `select_one ${lists.ofChoices(question, question.choices)}` }
    case 'multiple':
      return { type: `select_multiple ${lists.ofChoices(question, question.choices)}` }
    case 'number': {
      const unit = question.unit?.[languages[0]?.language ?? 'fr'] ?? ''
      const whole = Number.isInteger(question.step ?? 1)
      return { type: whole ? 'integer' : 'decimal', cells: { unit } }
    }
    case 'text':
      return { type: 'text', cells: question.short ? {} : { appearance: 'multiline' } }
    case 'photo':
      return { type: 'image', cells: question.annotate ? { appearance: 'annotate' } : {} }
    case 'signature':
      return { type: 'image', cells: { appearance: 'signature' } }
    case 'code':
      return { type: 'barcode' }
    case 'calculated':
      return { type: 'calculate', cells: { unit: question.unit?.fr ?? '' } }
    case 'repeat':
    case 'opportunities':
      return { type: 'begin_repeat', cells: rowCount(question) }
    case 'date':
    case 'time':
    case 'file':
    case 'note':
      return { type: question.type }
    case 'datetime':
      return { type: 'dateTime' }
  }
}

/** The type as imported, while the question is still what it was read as. */
function kept(question: Question): string | undefined {
  const { type, as } = asideOf(question)
  return typeof type === 'string' && as === question.type ? type : undefined
}

function isHiddenText(question: Question): boolean {
  return kept(question) === 'hidden'
}

function criterionCells({
  weight,
  imperatif,
  blocking,
}: Extract<Question, { type: 'criterion' }>): Row {
  return {
    weight: weight === undefined ? '' : String(weight),
    imperatif: imperatif ?? '',
    blocking: blocking ? 'yes' : '',
  }
}

function rowCount({
  minRows,
  maxRows,
}: Extract<Question, { type: 'repeat' | 'opportunities' }>): Row {
  return minRows !== undefined && minRows === maxRows ? { repeat_count: String(minRows) } : {}
}

function requiredCell(question: Question, unread: Row, context: WriteContext): string {
  const { required } = question
  if (required === undefined) return unread.required ?? ''
  if (typeof required === 'boolean') return required ? 'yes' : ''
  return formulaCell(required, question.id, 'required', context)
}

/** Several constraints, and the bounds of a number, are one formula there; the first message stands. */
function constraintCells(question: Question, unread: Row, context: WriteContext): Row {
  const self = ref(SELF)
  const bounds = question.type === 'number' && kept(question) === undefined ? question : {}
  const { min, max } = bounds as { min?: number; max?: number }
  const test = both(
    min === undefined ? undefined : call('>=', self, min),
    max === undefined ? undefined : call('<=', self, max),
    ...(question.constraints ?? []).map((each) => each.test),
  )
  const message = question.constraints?.[0]?.message ?? asideRecord(asideOf(question).message)
  return {
    constraint:
      test === undefined
        ? (unread.constraint ?? '')
        : formulaCell(test, question.id, 'constraint', context),
    ...(isText(message) && message.fr !== TO_CHECK.fr
      ? textCells('constraint_message', message, context.languages)
      : {}),
  }
}

function isText(value: unknown): value is { readonly fr: string; readonly en: string } {
  return typeof value === 'object' && value !== null && 'fr' in value && 'en' in value
}

/** A literal is written bare; XLSForm reads anything with a bracket or a `$` as a formula. */
function defaultCell(question: Question, unread: Row, context: WriteContext): string {
  const hidden = question.type === 'calculated' && isHiddenText(question)
  const value = hidden ? question.value : question.default
  if (value === undefined || value === null || typeof value === 'boolean') {
    return unread.default ?? ''
  }
  return typeof value === 'object'
    ? formulaCell(value, question.id, 'default', context)
    : String(value)
}

/** The filter as imported; else, one that names each choice with a condition. */
function choiceFilter(question: Question, context: WriteContext): Row {
  if (question.type !== 'single' && question.type !== 'multiple') return {}
  const { choiceFilter: kept } = asideOf(question)
  if (typeof kept === 'string') return { choice_filter: kept }
  const conditions = question.choices.flatMap(({ code, relevance }) =>
    relevance === undefined ? [] : [call('or', call('!=', ref('name'), code), relevance)],
  )
  const filter = formulaCell(both(...conditions), question.id, 'choice_filter', context)
  return { choice_filter: filter.replace(/\$\{name\}/g, 'name') }
}

/** What no column says, for a return to Escale. */
function extrasCell(question: Question, { unsaid }: WriteContext): string {
  const left = unsaid.get(question.id)
  const extras: Record<string, unknown> = left ? { unsaid: left } : {}
  const keep = (name: string, value: unknown) => {
    if (value !== undefined) extras[name] = value
  }
  switch (question.type) {
    case 'criterion':
      keep('phrases', question.phrases)
      keep('remedy', question.remedy)
      keep('easy', question.easy)
      if (typeof question.scale === 'string') keep('scale', question.scale)
      else {
        keep('counts', question.scale.counts)
        keep('rule', question.scale.rule)
      }
      break
    case 'number': {
      const { step } = question
      if (kept(question) === undefined && step !== undefined && step !== 1 && step !== 0.01) {
        keep('step', step)
      }
      break
    }
    case 'text':
      keep('phrases', question.phrases)
      break
    case 'file':
      if (kept(question) === undefined) keep('accepts', question.accepts)
      break
    case 'calculated':
      keep('decimals', question.decimals)
      if (!question.hidden && kept(question) === undefined) keep('hidden', false)
      break
    case 'repeat':
    case 'opportunities':
      if (question.type === 'opportunities') keep('type', 'opportunities')
      keep('rowTitle', question.rowTitle)
      if (question.minRows !== question.maxRows) {
        keep('minRows', question.minRows)
        keep('maxRows', question.maxRows)
      }
      break
    default:
  }
  return Object.keys(extras).length > 0 ? JSON.stringify(extras) : ''
}
