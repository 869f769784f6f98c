/*
 * The one expression language of forms: relevance, constraints, calculations, defaults, choices. It
 * is data, not text, so that it travels in a record, an editor draws it, and importers translate to it.
 * `parse-expr.ts` and `print-expr.ts` give it the written form a person types.
 */

export type Literal = string | number | boolean | null

/**
 * The answer of a question. From outside a repeated group, a question of the group reads as the list
 * of its rows' answers; from inside, as that of the same row. The group itself reads as its rows.
 * `.` is the answer being checked, in a constraint.
 */
export interface Ref {
  readonly ref: string
}

export interface Call {
  readonly fn: FnName
  readonly of: readonly Expr[]
}

export type Expr = Literal | Ref | Call

/** Name of the answer being checked, in its own constraints. */
export const SELF = '.'

/** Every function with the fewest and the most arguments it takes. */
export const FUNCTIONS = {
  and: [0, 99],
  or: [0, 99],
  not: [1, 1],
  '=': [2, 2],
  '!=': [2, 2],
  '<': [2, 2],
  '<=': [2, 2],
  '>': [2, 2],
  '>=': [2, 2],
  '+': [2, 99],
  '-': [1, 2],
  '*': [2, 99],
  '/': [2, 2],
  mod: [2, 2],
  if: [3, 3],
  coalesce: [1, 99],
  answered: [1, 1],
  /** `selected(question, code)`: the code is the answer, or one of the answers. */
  selected: [2, 2],
  /** How many answers, rows or values there are. */
  count: [1, 1],
  /** `count-if(group, condition)`: rows of the group where it holds. */
  'count-if': [2, 2],
  sum: [1, 99],
  min: [1, 99],
  max: [1, 99],
  mean: [1, 99],
  /** `round(number, decimals)`: none unless said. */
  round: [1, 2],
  abs: [1, 1],
  /** The day the form is filled in for; nothing when it is not known. */
  today: [0, 0],
  /** `add-days(day, days)`. */
  'add-days': [2, 2],
  /** `days-between(from, to)`: positive when `to` is later. */
  'days-between': [2, 2],
  /** `years-between(from, to)`: whole years, an age. */
  'years-between': [2, 2],
  concat: [0, 99],
  length: [1, 1],
  /** `matches(text, pattern)`: the whole text; a pattern that could run for ever is refused. */
  matches: [2, 2],
  /** Number of the row in its group, from 1. */
  position: [0, 0],
} as const satisfies Record<string, readonly [number, number]>

export type FnName = keyof typeof FUNCTIONS

export function isFnName(name: string): name is FnName {
  return Object.hasOwn(FUNCTIONS, name)
}

export function ref(question: string): Ref {
  return { ref: question }
}

export function call(fn: FnName, ...of: readonly Expr[]): Call {
  return { fn, of }
}

export function isRef(expr: Expr): expr is Ref {
  return typeof expr === 'object' && expr !== null && 'ref' in expr
}

export function isCall(expr: Expr): expr is Call {
  return typeof expr === 'object' && expr !== null && 'fn' in expr
}

/** Ids of the questions an expression reads, each once, `.` left out. */
export function refsOf(expr: Expr | undefined): readonly string[] {
  if (expr === undefined) return []
  const found = new Set<string>()
  const visit = (node: Expr): void => {
    if (isRef(node)) {
      if (node.ref !== SELF) found.add(node.ref)
    } else if (isCall(node)) node.of.forEach(visit)
  }
  visit(expr)
  return [...found]
}
