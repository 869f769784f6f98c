import { addDays, type Day, daysBetween, parseDay } from '../shared/day.ts'
import type { Json } from '../shared/json.ts'
import { type Call, type Expr, type FnName, isCall, isRef } from './expr.ts'
import { safePattern } from './safe-pattern.ts'

/** What an expression reads while it is evaluated. */
export interface Scope {
  /** The value of a question; null when it has none, or is not asked. */
  readonly read: (question: string) => Json
  /** One scope for each row of a group. */
  readonly rows: (group: string) => readonly Scope[]
  readonly today: Day | undefined
  /** Number of the row, from 1; undefined outside a group. */
  readonly position?: number
}

/**
 * The value of an expression. Nothing ever throws: what cannot be computed is null (a text in a sum,
 * a division by zero, a day that is none). A missing answer makes every comparison false but `!=`,
 * the exact contrary of `=`; `and` of nothing is true, `or` of nothing is false (R-FOR-1).
 */
export function evaluateExpr(expr: Expr, scope: Scope): Json {
  if (isRef(expr)) return scope.read(expr.ref)
  if (!isCall(expr)) return expr
  const lazy = LAZY[expr.fn]
  if (lazy) return lazy(expr, scope)
  const apply = EAGER[expr.fn]
  return apply
    ? apply(
        expr.of.map((each) => evaluateExpr(each, scope)),
        scope,
      )
    : null
}

/** False, nothing, zero and the empty text do not hold; every other value does. */
export function holds(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== false && value !== 0 && value !== ''
}

/** True when something was answered: an empty text and an empty list are no answer. */
export function isFilled(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false
  return !(Array.isArray(value) && value.length === 0)
}

/** Those that do not evaluate every argument, or not in this scope. */
const LAZY: Partial<Record<FnName, (call: Call, scope: Scope) => Json>> = {
  and: ({ of }, scope) => of.every((each) => holds(evaluateExpr(each, scope))),
  or: ({ of }, scope) => of.some((each) => holds(evaluateExpr(each, scope))),
  if: ({ of: [test = null, then = null, otherwise = null] }, scope) =>
    evaluateExpr(holds(evaluateExpr(test, scope)) ? then : otherwise, scope),
  coalesce: ({ of }, scope) => {
    for (const each of of) {
      const value = evaluateExpr(each, scope)
      if (isFilled(value)) return value
    }
    return null
  },
  'count-if': ({ of: [group = null, condition = null] }, scope) =>
    isRef(group)
      ? scope.rows(group.ref).filter((row) => holds(evaluateExpr(condition, row))).length
      : null,
}

type Apply = (values: readonly Json[], scope: Scope) => Json

const EAGER: Partial<Record<FnName, Apply>> = {
  not: ([value = null]) => !holds(value),
  '=': ([a = null, b = null]) => areEqual(a, b),
  '!=': ([a = null, b = null]) => !areEqual(a, b),
  '<': compared((order) => order < 0),
  '<=': compared((order) => order <= 0),
  '>': compared((order) => order > 0),
  '>=': compared((order) => order >= 0),
  '+': folded((a, b) => a + b),
  '*': folded((a, b) => a * b),
  '-': (values) => fold(values.length === 1 ? [0, ...values] : values, (a, b) => a - b),
  '/': folded((a, b) => a / b),
  mod: folded((a, b) => a % b),
  answered: ([value]) => isFilled(value),
  selected: ([value = null, code = null]) =>
    Array.isArray(value) ? value.some((each) => areEqual(each, code)) : areEqual(value, code),
  count: ([value = null]) => valuesOf([value]).length,
  sum: (values) => numbersOf(values).reduce((total, each) => total + each, 0),
  min: (values) => best(values, Math.min),
  max: (values) => best(values, Math.max),
  mean: (values) => {
    const numbers = numbersOf(values)
    return finite(numbers.reduce((total, each) => total + each, 0) / numbers.length)
  },
  round: ([value = null, decimals = 0]) => {
    const number = toNumber(value)
    const power = 10 ** Math.min(6, Math.max(0, toNumber(decimals) ?? 0))
    return number === undefined ? null : finite(Math.round(number * power) / power)
  },
  abs: ([value = null]) => {
    const number = toNumber(value)
    return number === undefined ? null : Math.abs(number)
  },
  today: (_, { today }) => today ?? null,
  'add-days': ([day = null, days = null]) => {
    const from = toDay(day)
    const by = toNumber(days)
    return from && by !== undefined && isInCalendar(from, by) ? addDays(from, Math.trunc(by)) : null
  },
  'days-between': ([from = null, to = null]) => {
    const [start, end] = [toDay(from), toDay(to)]
    return start && end ? daysBetween(start, end) : null
  },
  'years-between': ([from = null, to = null]) => {
    const [start, end] = [toDay(from), toDay(to)]
    if (!start || !end) return null
    const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4))
    return end.slice(5) < start.slice(5) ? years - 1 : years
  },
  concat: (values) => valuesOf(values).map(toText).join(''),
  length: ([value = null]) => toText(value).length,
  matches: ([value = null, pattern = null]) =>
    typeof pattern === 'string' && isFilled(value)
      ? (safePattern(pattern)?.test(toText(value).slice(0, 500)) ?? false)
      : false,
  position: (_, { position }) => position ?? null,
}

/** A code « 3 » equals the number 3, as in the forms that come from spreadsheets. */
function areEqual(a: Json, b: Json): boolean {
  if (!isFilled(a) || !isFilled(b)) return false
  if (typeof a === typeof b && typeof a !== 'object') return a === b
  if (Array.isArray(a) && Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b)
  if (typeof a === 'object' || typeof b === 'object') return false
  const [x, y] = [toNumber(a), toNumber(b)]
  return typeof a !== 'boolean' && typeof b !== 'boolean' && x !== undefined && x === y
}

/** Days, hours and texts in their order; numbers by size. False when either side has no value. */
function compared(test: (order: number) => boolean): Apply {
  return ([a = null, b = null]) => {
    if (!isFilled(a) || !isFilled(b)) return false
    const [x, y] = [toNumber(a), toNumber(b)]
    if (x !== undefined && y !== undefined) return test(x - y)
    if (typeof a === 'string' && typeof b === 'string') return test(a < b ? -1 : a > b ? 1 : 0)
    return false
  }
}

function folded(apply: (a: number, b: number) => number): Apply {
  return (values) => fold(values, apply)
}

function fold(values: readonly Json[], apply: (a: number, b: number) => number): Json {
  const numbers = values.map(toNumber)
  if (!numbers.every((each) => each !== undefined) || numbers.length === 0) return null
  return finite(numbers.reduce(apply))
}

/** Lists opened out, empty values left aside. */
function valuesOf(values: readonly Json[]): readonly Json[] {
  return values
    .flatMap((value) => (Array.isArray(value) ? value.flat() : [value]))
    .filter((value) => isFilled(value))
}

function numbersOf(values: readonly Json[]): readonly number[] {
  return valuesOf(values).flatMap((value) => toNumber(value) ?? [])
}

function best(values: readonly Json[], pick: (...numbers: number[]) => number): Json {
  const numbers = numbersOf(values)
  return numbers.length > 0 ? pick(...numbers) : null
}

function toNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

function toDay(value: Json): Day | undefined {
  return typeof value === 'string' ? parseDay(value.slice(0, 10)) : undefined
}

/** Days are written with four figures for the year: beyond, it is a slip and no day. */
function isInCalendar(from: Day, days: number): boolean {
  const year = Number(from.slice(0, 4)) + days / 365
  return year > 1 && year < 9990
}

function toText(value: Json): string {
  return typeof value === 'object' ? '' : String(value)
}

function finite(value: number): Json {
  return Number.isFinite(value) ? value : null
}
