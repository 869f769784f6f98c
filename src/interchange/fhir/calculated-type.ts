import { type Expr, isCall } from '#domain/form/expr.ts'
import type { CalculatedQuestion } from '#domain/form/form.ts'

type CalculatedType = 'boolean' | 'date' | 'decimal' | 'integer' | 'string'

const TRUTHS = new Set([
  'and',
  'or',
  'not',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'answered',
  'selected',
])

/**
 * The FHIR type of what a calculation gives: FHIR wants one, where Escale only shows the result. A number
 * unless the expression says otherwise, whole unless decimals are shown.
 */
export function calculatedType({
  value,
  decimals,
}: Pick<CalculatedQuestion, 'value' | 'decimals'>): CalculatedType {
  return typeOf(value) ?? (decimals ? 'decimal' : 'integer')
}

function typeOf(expr: Expr | undefined): CalculatedType | undefined {
  if (typeof expr === 'string') return 'string'
  if (typeof expr === 'boolean') return 'boolean'
  if (expr === undefined || !isCall(expr)) return undefined
  const { fn, of } = expr
  if (TRUTHS.has(fn) || fn === 'matches') return 'boolean'
  if (fn === 'concat') return 'string'
  if (fn === 'today' || fn === 'add-days') return 'date'
  if (fn === 'if') return typeOf(of[1]) ?? typeOf(of[2])
  if (fn === 'coalesce') return of.map(typeOf).find((type) => type !== undefined)
  return undefined
}
