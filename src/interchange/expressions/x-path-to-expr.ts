import { call, type Expr, type FnName, ref, SELF } from '#domain/form/expr.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { ExpressionFault, XPath } from './x-path.ts'

/** What the names of an expression stand for. */
export interface NameScope {
  /** The question, or what stands for it (`today` of the device); undefined for no such name. */
  readonly find: (name: string, bare?: true) => Expr | undefined
}

/** Functions that say the same in both, by their name in a form from elsewhere. */
const SAME: Readonly<Record<string, FnName>> = {
  and: 'and',
  or: 'or',
  not: 'not',
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  div: '/',
  mod: 'mod',
  if: 'if',
  coalesce: 'coalesce',
  selected: 'selected',
  'count-selected': 'count',
  count: 'count',
  'count-non-empty': 'count',
  sum: 'sum',
  min: 'min',
  max: 'max',
  round: 'round',
  abs: 'abs',
  today: 'today',
  concat: 'concat',
  'string-length': 'length',
  regex: 'matches',
  'days-between': 'days-between',
  'add-days': 'add-days',
}

/** Wrappers that change nothing here: values keep their type, days and moments are texts. */
const PLAIN = new Set(['number', 'string', 'date', 'date-time', 'once', 'boolean', 'int'])

/** Functions read one by one below. */
const OWN = new Set(['true', 'false', 'floor', 'pow'])

/** Puts an expression from elsewhere in Escale's own words; a fault names what has none. */
export function xPathToExpr(expression: XPath, scope: NameScope): Result<Expr, ExpressionFault> {
  switch (expression.kind) {
    case 'literal':
      return ok(expression.value)
    case 'self':
      return ok(ref(SELF))
    case 'field': {
      const found = scope.find(expression.name, expression.bare)
      return found === undefined ? fail({ kind: 'reference', what: expression.name }) : ok(found)
    }
    case 'call':
      return callToExpr(expression.name, expression.of, scope)
  }
}

function callToExpr(
  name: string,
  parts: readonly XPath[],
  scope: NameScope,
): Result<Expr, ExpressionFault> {
  const days = daysOf(name, parts)
  if (days) return callToExpr(days.fn, days.of, scope)
  if (name === 'position') return ok(call('position'))
  if (!isKnown(name)) return fail({ kind: 'function', what: name })
  const of: Expr[] = []
  for (const part of parts) {
    const read = xPathToExpr(part, scope)
    if (!read.ok) return read
    of.push(read.value)
  }
  const [first, second] = of
  if (name === 'true' && of.length === 0) return ok(true)
  if (name === 'false' && of.length === 0) return ok(false)
  if (name === 'today' && of.length === 0) return ok(call('today'))
  if (name === 'pow' && first !== undefined) return powerOf(first, second)
  if ((name === '=' || name === '!=') && first !== undefined && second !== undefined) {
    const empty = first === '' ? second : second === '' ? first : undefined
    if (empty !== undefined) {
      const answered = call('answered', empty)
      return ok(name === '=' ? call('not', answered) : answered)
    }
  }
  if (name === '-' && of.length === 1 && typeof first === 'number') return ok(-first)
  if ((name === 'int' || name === 'floor') && first !== undefined)
    return ok(call('-', first, call('mod', first, 1)))
  if (PLAIN.has(name) && first !== undefined && of.length === 1) return ok(first)
  if (name === 'and' || name === 'or' || name === '+' || name === '*') {
    return ok(call(name, ...of.flatMap((each) => flattened(name, each))))
  }
  const fn = Object.hasOwn(SAME, name) ? SAME[name] : undefined
  return fn === undefined ? fail({ kind: 'function', what: name }) : ok({ fn, of })
}

/** Named before its arguments are read: what is missing is the function, not what it was given. */
function isKnown(name: string): boolean {
  return Object.hasOwn(SAME, name) || PLAIN.has(name) || OWN.has(name)
}

/** A small whole power is a product; any other has no name here. */
function powerOf(base: Expr, exponent: Expr | undefined): Result<Expr, ExpressionFault> {
  if (typeof exponent !== 'number' || !Number.isInteger(exponent) || exponent < 1 || exponent > 4) {
    return fail({ kind: 'function', what: 'pow' })
  }
  return ok(
    exponent === 1
      ? base
      : call(
          '*',
          ...Array<Expr>(exponent)
            .fill(base)
            .flatMap((each) => flattened('*', each)),
        ),
  )
}

/** Days are counted through their number: `decimal-date-time(b) - decimal-date-time(a)`. */
function daysOf(
  name: string,
  parts: readonly XPath[],
): { readonly fn: 'days-between' | 'add-days'; readonly of: readonly XPath[] } | undefined {
  const [first, second] = parts
  if (name === '-' && parts.length === 2) {
    const [to, from] = [dayInside(first), dayInside(second)]
    return to && from ? { fn: 'days-between', of: [from, to] } : undefined
  }
  if (name !== 'date' || first?.kind !== 'call' || first.name !== '+') return undefined
  const day = dayInside(first.of[0])
  const days = first.of[1]
  return day && days && first.of.length === 2 ? { fn: 'add-days', of: [day, days] } : undefined
}

function dayInside(part: XPath | undefined): XPath | undefined {
  return part?.kind === 'call' && part.name === 'decimal-date-time' ? part.of[0] : undefined
}

/** `a and b and c` is one « and » of three. */
function flattened(fn: FnName, expr: Expr): readonly Expr[] {
  return typeof expr === 'object' && expr !== null && 'fn' in expr && expr.fn === fn
    ? expr.of
    : [expr]
}
