import { call, type Expr, isCall, isRef } from '#domain/form/expr.ts'
import { safePattern } from '#domain/form/safe-pattern.ts'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import { parseXPath } from './parse-x-path.ts'
import type { ExpressionFault, XPath } from './x-path.ts'
import { type NameScope, xPathToExpr } from './x-path-to-expr.ts'

/** A formula of XLSForm in Escale's words; one that could freeze a tablet is refused like the rest. */
export function readFormula(text: string, scope: NameScope): Result<Expr, ExpressionFault> {
  const parsed = parseXPath(text)
  return parsed.ok ? settled(parsed.value, scope) : parsed
}

/** The same from an expression already read. */
export function settled(parsed: XPath, scope: NameScope): Result<Expr, ExpressionFault> {
  const expr = xPathToExpr(parsed, scope)
  if (!expr.ok) return expr
  const pattern = runawayPattern(expr.value)
  return pattern === undefined ? ok(folded(expr.value)) : fail({ kind: 'syntax', what: pattern })
}

/** Both must hold; nothing is no condition. */
export function both(...exprs: readonly (Expr | undefined)[]): Expr | undefined {
  const given = exprs.flatMap((expr) => {
    if (expr === undefined || expr === true) return []
    return isCall(expr) && expr.fn === 'and' ? expr.of : [expr]
  })
  const [first] = given
  return given.length > 1 ? call('and', ...given) : first
}

/** Comparisons of two literals settled, and what follows from them: a choice filter leaves many. */
function folded(expr: Expr): Expr {
  if (!isCall(expr)) return expr
  const of = expr.of.map(folded)
  const [first, second] = of
  if ((expr.fn === '=' || expr.fn === '!=') && isPlain(first) && isPlain(second)) {
    return (String(first) === String(second)) === (expr.fn === '=')
  }
  if (expr.fn === 'and' || expr.fn === 'or') {
    const settles = expr.fn === 'or'
    if (of.some((each) => each === settles)) return settles
    const left = of.filter((each) => each !== !settles)
    const [only] = left
    if (left.length === 0) return !settles
    return left.length === 1 && only !== undefined ? only : { fn: expr.fn, of: left }
  }
  if (expr.fn === 'not' && typeof first === 'boolean') return !first
  return { fn: expr.fn, of }
}

function isPlain(expr: Expr | undefined): expr is string | number {
  return typeof expr === 'string' || typeof expr === 'number'
}

function runawayPattern(expr: Expr): string | undefined {
  if (isRef(expr) || !isCall(expr)) return undefined
  if (expr.fn === 'matches') {
    const pattern = expr.of[1]
    if (typeof pattern !== 'string') return 'regex'
    if (!safePattern(pattern)) return pattern
  }
  for (const each of expr.of) {
    const found = runawayPattern(each)
    if (found !== undefined) return found
  }
  return undefined
}
