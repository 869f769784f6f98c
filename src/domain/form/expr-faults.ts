import { type Expr, type FnName, FUNCTIONS, isCall, isFnName, isRef, SELF } from './expr.ts'
import { safePattern } from './safe-pattern.ts'

export type ExprFault =
  | { readonly kind: 'unknown-reference'; readonly to: string }
  | { readonly kind: 'unknown-function'; readonly fn: string }
  | { readonly kind: 'arguments'; readonly fn: FnName; readonly given: number }
  /** `count-if` counts the rows of a group, and what it was given is none. */
  | { readonly kind: 'not-a-group' }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'too-deep' }

/** Deeper than any hand writes; the evaluation walks it call by call. */
const DEEPEST = 60

/** What is wrong with an expression: a name that is none, too many arguments, a runaway pattern. */
export function exprFaults(
  expr: Expr,
  known: { readonly ids: ReadonlySet<string>; readonly groups: ReadonlySet<string> },
  depth = 0,
): readonly ExprFault[] {
  if (depth > DEEPEST) return [{ kind: 'too-deep' }]
  if (isRef(expr)) {
    return expr.ref === SELF || known.ids.has(expr.ref)
      ? []
      : [{ kind: 'unknown-reference', to: expr.ref }]
  }
  if (!isCall(expr)) return []
  if (!isFnName(expr.fn)) return [{ kind: 'unknown-function', fn: String(expr.fn) }]
  const [fewest, most] = FUNCTIONS[expr.fn]
  const given = expr.of.length
  const [first, second] = expr.of
  const own: ExprFault[] = []
  if (given < fewest || given > most) own.push({ kind: 'arguments', fn: expr.fn, given })
  if (expr.fn === 'count-if' && !(first && isRef(first) && known.groups.has(first.ref))) {
    own.push({ kind: 'not-a-group' })
  }
  if (expr.fn === 'matches' && (typeof second !== 'string' || !safePattern(second))) {
    own.push({ kind: 'pattern', pattern: typeof second === 'string' ? second : '' })
  }
  return [...own, ...expr.of.flatMap((each) => exprFaults(each, known, depth + 1))]
}
