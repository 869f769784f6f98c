import { type Expr, isCall, isRef, SELF } from '#domain/form/expr.ts'
import type { Choice, ChoiceQuestion, Question } from '#domain/form/form.ts'
import { parseDay } from '#domain/shared/day.ts'
import type { Text } from '#domain/shared/text.ts'
import { both, readFormula } from '../expressions/formulas.ts'
import { type FormulaUse, unreadWords } from '../fault-words.ts'
import type { BuildContext, Unread } from './build-context.ts'
import type { Asked } from './survey-tree.ts'

/** Said of an answer a file refuses without a word. */
export const TO_CHECK: Text = { fr: 'Réponse à vérifier.', en: 'Please check this answer.' }

interface Members {
  required?: Expr
  relevance?: Expr
  constraints?: Question['constraints']
  default?: Expr
  min?: number
  max?: number
}

/** Relevance, constraint, required, default: those that cannot be read are set aside as written. */
export function commonFormulas(
  asked: Asked,
  bare: Question,
  context: BuildContext,
  unread: Unread,
): Members {
  const { row } = asked
  const read = (use: FormulaUse) => rowFormula(asked, use, row.get(use), context, unread)
  const members: Members = {}
  const around = asked.within.map(({ row: group }) => {
    const text = group.get('relevant')
    const found = text === '' ? undefined : readFormula(text, context.scope)
    return found?.ok ? found.value : undefined
  })
  const relevance = both(...around, read('relevant'))
  if (relevance !== undefined) members.relevance = relevance
  const required = requiredOf(row.get('required')) ?? read('required')
  if (required !== undefined && required !== false) members.required = required
  const test = read('constraint')
  const bounds = test !== undefined && bare.type === 'number' ? boundsIn(test) : undefined
  const message = row.text('constraint_message')
  if (bounds && !message) Object.assign(members, bounds)
  else if (test !== undefined) {
    members.constraints = [{ test, message: message ?? TO_CHECK }]
  }
  const start = bare.type === 'calculated' ? undefined : defaultOf(asked, bare, context, unread)
  if (start !== undefined) members.default = start
  return members
}

function requiredOf(cell: string): boolean | undefined {
  if (/^(yes|true|true\(\)|oui|vrai|1|x)$/i.test(cell)) return true
  return cell === '' || /^(no|false|false\(\)|non|faux|0)$/i.test(cell) ? false : undefined
}

/** One formula of a row; one that cannot be read is set aside as written, and told. */
export function rowFormula(
  { row }: Asked,
  use: FormulaUse,
  text: string,
  { scope, notes }: BuildContext,
  unread: Unread,
): Expr | undefined {
  if (text === '') return undefined
  const read = readFormula(text, scope)
  if (read.ok) return read.value
  unread[use] = text
  notes.add('kept-aside', 'expression-unread', row.place(use), unreadWords(read.error, use))
  return undefined
}

/** `. >= 0 and . <= 10` is what a number's own bounds say, and they set its keys. */
function boundsIn(test: Expr): { min?: number; max?: number } | undefined {
  const parts = isCall(test) && test.fn === 'and' ? test.of : [test]
  const bounds: { min?: number; max?: number } = {}
  for (const part of parts) {
    const [left, right] = isCall(part) ? part.of : []
    if (!isCall(part) || left === undefined || !isRef(left) || left.ref !== SELF) return undefined
    if (typeof right !== 'number') return undefined
    if (part.fn === '>=' && bounds.min === undefined) bounds.min = right
    else if (part.fn === '<=' && bounds.max === undefined) bounds.max = right
    else return undefined
  }
  return bounds
}

function defaultOf(
  asked: Asked,
  bare: Question,
  context: BuildContext,
  unread: Unread,
): Expr | undefined {
  const text = asked.row.get('default')
  if (text === '') return undefined
  const literal = literalDefault(text, bare)
  if (literal !== undefined) return literal
  if (/\$\{|\w\(.*\)/.test(text)) return rowFormula(asked, 'default', text, context, unread)
  unread.default = text
  const words = { value: text }
  context.notes.add('kept-aside', 'default-not-kept', asked.row.place('default'), words)
  return undefined
}

function literalDefault(text: string, bare: Question): Expr | undefined {
  switch (bare.type) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined
    case 'single':
      return hasCode(bare, text) ? text : undefined
    case 'date':
      return parseDay(text.slice(0, 10)) ? text.slice(0, 10) : undefined
    case 'datetime':
      return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)
        ? text.slice(0, 16).replace(' ', 'T')
        : undefined
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d/.test(text) ? text.slice(0, 5) : undefined
    case 'text':
    case 'code':
      return /\$\{|\w\(.*\)/.test(text) ? undefined : text
    case 'criterion':
      return text
    default:
      return undefined
  }
}

function hasCode({ choices }: ChoiceQuestion, code: string): boolean {
  return choices.some((choice: Choice) => choice.code === code)
}
