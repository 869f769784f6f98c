import { type Expr, isCall, isRef, SELF } from '#domain/form/expr.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { ExpressionFault } from './x-path.ts'

/** What the printer must know of the questions it names. */
export interface FhirPathScope {
  readonly linkId: (question: string) => string
  /** True when the answer is a coding: its code is what is compared. */
  readonly isCoded: (question: string) => boolean
  readonly isGroup: (question: string) => boolean
}

const INFIX: Readonly<Record<string, string>> = {
  and: 'and',
  or: 'or',
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '*': '*',
  '/': '/',
  mod: 'mod',
}

/** An expression in FHIRPath, on the response (`%resource`); a fault names what it cannot say. */
export function exprToFhirPath(expr: Expr, scope: FhirPathScope): Result<string, ExpressionFault> {
  const written = write(expr, scope)
  return typeof written === 'string' ? ok(written) : fail(written)
}

function write(expr: Expr, scope: FhirPathScope): string | ExpressionFault {
  if (isRef(expr)) return path(expr.ref, scope)
  if (!isCall(expr)) return literal(expr)
  const parts: string[] = []
  for (const each of expr.of) {
    const part = write(each, scope)
    if (typeof part !== 'string') return part
    parts.push(part)
  }
  const [first = '', second = '', third = ''] = parts
  const sign = INFIX[expr.fn]
  if (sign && parts.length > 1) return `(${parts.join(` ${sign} `)})`
  switch (expr.fn) {
    case 'and':
    case 'or':
      return parts.length === 0 ? String(expr.fn === 'and') : first
    case '-':
      return parts.length === 1 ? `(0 - ${first})` : `(${first} - ${second})`
    case 'not':
      return `(${first}).not()`
    case 'answered':
      return `${first}.exists()`
    case 'selected':
      return `(${first} contains ${second})`
    case 'if':
      return `iif(${first}, ${second}, ${third})`
    case 'count':
    case 'abs':
    case 'length':
      return `${first}.${expr.fn}()`
    case 'sum':
    case 'min':
    case 'max':
      return parts.length === 1 ? `${first}.${expr.fn}()` : { kind: 'function', what: expr.fn }
    case 'round':
      return `${first}.round(${second || '0'})`
    case 'matches':
      return `${first}.matchesFull(${second})`
    case 'today':
      return 'today()'
    case 'concat':
      return parts.length === 0 ? "''" : `(${parts.join(' & ')})`
    default:
      return { kind: 'function', what: expr.fn }
  }
}

function path(question: string, { linkId, isCoded, isGroup }: FhirPathScope): string {
  if (question === SELF) return '$this'
  const item = `%resource.descendants().where(linkId = ${literal(linkId(question))})`
  if (isGroup(question)) return item
  return `${item}.answer.value${isCoded(question) ? '.code' : ''}`
}

function literal(value: string | number | boolean | null): string {
  if (value === null) return '{}'
  if (typeof value !== 'string') return String(value)
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`
}
