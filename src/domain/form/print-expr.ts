import { type Expr, type FnName, isCall, isRef } from './expr.ts'

/** Written between their arguments, from what binds least to what binds most. */
const BINDING: Partial<Record<FnName, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  mod: 5,
}

/**
 * The written form of an expression, as one reads it in a spreadsheet form: `${A1} = 'yes' and
 * count(${rooms}) > 2`. Brackets are put where the order of the signs would say something else.
 */
export function printExpr(expr: Expr, within = 0): string {
  if (isRef(expr)) return expr.ref === '.' ? '.' : `\${${expr.ref}}`
  if (!isCall(expr)) return printLiteral(expr)
  const binding = BINDING[expr.fn]
  if (binding === undefined || expr.of.length < 2) {
    return `${expr.fn}(${expr.of.map((each) => printExpr(each)).join(', ')})`
  }
  const [first = null, ...others] = expr.of
  // Signs of one strength are read from the left: what stands on the right keeps its brackets.
  const text = [
    printExpr(first, binding),
    ...others.map((each) => printExpr(each, binding + 1)),
  ].join(` ${expr.fn} `)
  return binding < within ? `(${text})` : text
}

function printLiteral(value: string | number | boolean | null): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return String(value)
}
