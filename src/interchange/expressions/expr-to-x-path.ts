import { type Call, type Expr, isCall, isRef, SELF } from '#domain/form/expr.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { ExpressionFault } from './x-path.ts'

const SIGNS: Readonly<Record<string, readonly [string, number]>> = {
  or: ['or', 1],
  and: ['and', 2],
  '=': ['=', 3],
  '!=': ['!=', 3],
  '<': ['<', 4],
  '<=': ['<=', 4],
  '>': ['>', 4],
  '>=': ['>=', 4],
  '+': ['+', 5],
  '-': ['-', 5],
  '*': ['*', 6],
  '/': ['div', 6],
  mod: ['mod', 6],
}

const NAMES: Readonly<Record<string, string>> = {
  not: 'not',
  if: 'if',
  coalesce: 'coalesce',
  selected: 'selected',
  sum: 'sum',
  min: 'min',
  max: 'max',
  round: 'round',
  abs: 'abs',
  today: 'today',
  concat: 'concat',
  length: 'string-length',
  matches: 'regex',
}

/** What the printer must know of a question to name it. */
export interface PrintScope {
  /** True for a list of codes: it is counted by `count-selected`. */
  readonly isList: (question: string) => boolean
}

/** The expression as an XLSForm author writes it; a fault names what XLSForm cannot say. */
export function exprToXPath(expr: Expr, scope: PrintScope): Result<string, ExpressionFault> {
  const written = write(expr, scope, 0)
  return typeof written === 'string' ? ok(written) : fail(written)
}

function write(expr: Expr, scope: PrintScope, level: number): string | ExpressionFault {
  if (isRef(expr)) return expr.ref === SELF ? '.' : `\${${expr.ref}}`
  if (!isCall(expr)) return literal(expr)
  const whole = wholePartOf(expr)
  if (whole !== undefined) {
    const inside = write(whole, scope, 0)
    return typeof inside === 'string' ? `int(${inside})` : inside
  }
  const sign = SIGNS[expr.fn]
  if (sign && expr.of.length > 1) return infix(expr, sign, scope, level)
  const parts = writeAll(expr.of, scope, 0)
  if (!Array.isArray(parts)) return parts
  const [first = '', second = ''] = parts
  switch (expr.fn) {
    case '-':
      return `-(${first})`
    case 'and':
    case 'or':
      // « and » of nothing holds, « or » of nothing does not.
      return parts.length === 0 ? `${expr.fn === 'and'}()` : first
    case 'answered':
      return level > 3 ? `(${first} != '')` : `${first} != ''`
    case 'position':
      return 'position(..)'
    case 'days-between':
      return `(decimal-date-time(${second}) - decimal-date-time(${first}))`
    case 'add-days':
      return `date(decimal-date-time(${first}) + ${second})`
    case 'count':
      return isListRef(expr.of[0], scope) ? `count-selected(${first})` : `count(${first})`
    case 'round':
      return `round(${first}, ${second === '' ? 0 : second})`
    case 'mean':
      return parts.length === 1
        ? `(sum(${first}) div count-non-empty(${first}))`
        : { kind: 'function', what: 'mean' }
    default: {
      const name = NAMES[expr.fn]
      return name ? `${name}(${parts.join(', ')})` : { kind: 'function', what: expr.fn }
    }
  }
}

function infix(
  { of }: Call,
  [sign, own]: readonly [string, number],
  scope: PrintScope,
  level: number,
): string | ExpressionFault {
  const [first, ...rest] = of
  const left = writeAll(first === undefined ? [] : [first], scope, own)
  const right = writeAll(rest, scope, own + 1)
  if (!Array.isArray(left)) return left
  if (!Array.isArray(right)) return right
  const joined = [...left, ...right].join(` ${sign} `)
  return own < level ? `(${joined})` : joined
}

function writeAll(
  of: readonly Expr[],
  scope: PrintScope,
  level: number,
): string[] | ExpressionFault {
  const parts: string[] = []
  for (const each of of) {
    const part = write(each, scope, level)
    if (typeof part !== 'string') return part
    parts.push(part)
  }
  return parts
}

/** `x - x mod 1` is how `int(x)` is kept: the whole part. */
function wholePartOf({ fn, of: [first, second] }: Call): Expr | undefined {
  if (fn !== '-' || first === undefined || second === undefined || !isCall(second)) return undefined
  const isWhole = second.fn === 'mod' && second.of[1] === 1
  return isWhole && JSON.stringify(second.of[0]) === JSON.stringify(first) ? first : undefined
}

function isListRef(expr: Expr | undefined, scope: PrintScope): boolean {
  return expr !== undefined && isRef(expr) && scope.isList(expr.ref)
}

/** XPath has no escape: a text with both quotes is put together from pieces. */
function literal(value: string | number | boolean | null): string {
  if (value === null) return "''"
  if (typeof value === 'boolean') return `${value}()`
  if (typeof value === 'number') return plainNumber(value)
  if (!value.includes("'")) return `'${value}'`
  if (!value.includes('"')) return `"${value}"`
  const pieces = value.split("'").map((piece) => `'${piece}'`)
  return `concat(${pieces.join(`, "'", `)})`
}

/** XPath reads no exponent. */
function plainNumber(value: number): string {
  const written = String(value)
  return written.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : written
}
