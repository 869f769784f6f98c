import { call, type Expr, isCall, isRef, ref } from '#domain/form/expr.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { listOf, textOf, valueX } from './extensions.ts'

const COMPARISONS: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}

/** The conditions of an item in Escale's words; undefined when it has none that can be read. */
export function readEnableWhen(
  item: JsonRecord,
  ids: ReadonlyMap<string, string>,
  notes: Notes,
): Expr | undefined {
  const linkId = textOf(item.linkId)
  const conditions = listOf(item.enableWhen).flatMap((each): readonly Expr[] => {
    if (!isRecord(each)) return []
    const question = ids.get(textOf(each.question))
    if (question === undefined) {
      const name = textOf(each.question)
      notes.add('lost', 'no-question-of-that-name', { linkId }, { name })
      return []
    }
    const condition = conditionOf(each, question)
    return condition === undefined ? [] : [condition]
  })
  const [first] = conditions
  if (conditions.length < 2) return first
  if (item.enableBehavior !== 'all' && item.enableBehavior !== 'any') {
    notes.add('repaired', 'no-behavior', { linkId })
  }
  return call(item.enableBehavior === 'all' ? 'and' : 'or', ...conditions)
}

function conditionOf(each: JsonRecord, question: string): Expr | undefined {
  const answer = valueX(each, 'answer')
  const value = comparable(answer)
  const operator = textOf(each.operator)
  if (operator === 'exists') {
    const answered = call('answered', ref(question))
    return answer === false ? call('not', answered) : answered
  }
  if (value === undefined) return undefined
  if (operator === '=') return call('selected', ref(question), value)
  if (operator === '!=') return call('not', call('selected', ref(question), value))
  const fn = COMPARISONS[operator]
  return fn ? call(fn, ref(question), value) : undefined
}

/** What an answer is compared with: the code of a coding, the number of a quantity. */
function comparable(answer: Json | undefined): string | number | undefined {
  if (typeof answer === 'boolean') return String(answer)
  if (typeof answer === 'string' || typeof answer === 'number') return answer
  if (!isRecord(answer)) return undefined
  if (typeof answer.value === 'number') return answer.value
  return textOf(answer.code) || textOf(answer.display) || textOf(answer.reference) || undefined
}

/** How a question answers in FHIR: what an answer to compare with is called. */
export interface AnswerKind {
  readonly member:
    | 'Boolean'
    | 'Coding'
    | 'Decimal'
    | 'Integer'
    | 'Date'
    | 'DateTime'
    | 'Time'
    | 'String'
    | 'Quantity'
  readonly value: (code: Json) => Json
}

/** The expression as `enableWhen`; undefined when only an expression can say it. */
export function writeEnableWhen(
  expr: Expr,
  kindOf: (question: string) => AnswerKind | undefined,
  linkId: (question: string) => string,
): JsonRecord | undefined {
  const isList = isCall(expr) && (expr.fn === 'and' || expr.fn === 'or') && expr.of.length > 1
  const parts = isList ? expr.of : [expr]
  const written = parts.map((part) => writeCondition(part, kindOf, linkId))
  if (!written.every((each) => each !== undefined)) return undefined
  return {
    enableWhen: written,
    ...(isList ? { enableBehavior: expr.fn === 'and' ? 'all' : 'any' } : {}),
  }
}

function writeCondition(
  expr: Expr,
  kindOf: (question: string) => AnswerKind | undefined,
  linkId: (question: string) => string,
): JsonRecord | undefined {
  if (!isCall(expr)) return undefined
  const negated = expr.fn === 'not' ? expr.of[0] : undefined
  const inner = negated !== undefined && isCall(negated) ? negated : expr
  const [subject, value = null] = inner.of
  if (subject === undefined || !isRef(subject)) return undefined
  const kind = kindOf(subject.ref)
  if (!kind) return undefined
  const question = linkId(subject.ref)
  if (inner.fn === 'answered') {
    return { question, operator: 'exists', answerBoolean: negated === undefined }
  }
  if (typeof value === 'object' || typeof value === 'boolean') return undefined
  const operator = operatorOf(inner.fn, negated !== undefined)
  return operator ? { question, operator, [`answer${kind.member}`]: kind.value(value) } : undefined
}

function operatorOf(fn: string, negated: boolean): string | undefined {
  if (fn === 'selected' || fn === '=') return negated ? '!=' : '='
  if (fn === '!=') return negated ? '=' : '!='
  return negated ? undefined : COMPARISONS[fn]
}
