import { fail, ok, type Result } from '../shared/result.ts'
import { call, type Expr, type FnName, isFnName, ref } from './expr.ts'

/** Where the writing stops making sense, counted in letters from 0. */
export interface ExprSyntaxError {
  readonly at: number
  readonly kind: 'unexpected' | 'unknown-function' | 'unfinished' | 'too-deep'
  readonly found: string
}

interface Token {
  readonly kind: 'number' | 'text' | 'ref' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?)|'(?<text>(?:[^'\\]|\\.)*)'|\$\{(?<ref>[^}]+)\}|(?<name>[A-Za-z][A-Za-z-]*)|(?<sign><=|>=|!=|[=<>+\-*/(),.])/y

/** From what binds least to what binds most. */
const LEVELS: readonly (readonly FnName[])[] = [
  ['or'],
  ['and'],
  ['=', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', 'mod'],
]
const DEEPEST = 50

/**
 * Reads what `printExpr` writes, and what a person types. Names of functions are English, as in the
 * forms that come from spreadsheets. `true`, `false` and `null` are values; `.` is the answer itself.
 */
export function parseExpr(source: string): Result<Expr, ExprSyntaxError> {
  const tokens = tokensOf(source)
  if (!tokens.ok) return tokens
  let at = 0
  const peek = (): Token => tokens.value[at] ?? { kind: 'end', text: '', at: source.length }
  const isSign = (text: string) => peek().kind !== 'text' && peek().text === text
  const wrong = (kind: ExprSyntaxError['kind'] = 'unexpected'): Result<Expr, ExprSyntaxError> => {
    const { text, kind: token, at: place } = peek()
    return fail({ at: place, kind: token === 'end' ? 'unfinished' : kind, found: text })
  }

  function level(depth: number, nesting: number): Result<Expr, ExprSyntaxError> {
    const signs = LEVELS[depth]
    if (!signs) return primary(nesting)
    const first = level(depth + 1, nesting)
    if (!first.ok) return first
    let left = first.value
    for (;;) {
      const fn = signs.find((each) => isSign(each))
      if (!fn) return ok(left)
      at += 1
      const right = level(depth + 1, nesting)
      if (!right.ok) return right
      left = call(fn, left, right.value)
    }
  }

  function primary(nesting: number): Result<Expr, ExprSyntaxError> {
    if (nesting > DEEPEST) return wrong('too-deep')
    const token = peek()
    at += 1
    if (token.kind === 'number') return ok(Number(token.text))
    if (token.kind === 'text') return ok(token.text)
    if (token.kind === 'ref') return ok(ref(token.text))
    if (token.kind === 'sign' && token.text === '.') return ok(ref('.'))
    if (token.kind === 'sign' && token.text === '-') {
      const isNumber = peek().kind === 'number'
      const of = primary(nesting + 1)
      if (!of.ok) return of
      return ok(isNumber && typeof of.value === 'number' ? -of.value : call('-', of.value))
    }
    if (token.kind === 'sign' && token.text === '(') {
      const inside = level(0, nesting + 1)
      if (!inside.ok) return inside
      return close(inside.value)
    }
    if (token.kind === 'name') return named(token, nesting)
    at -= 1
    return wrong()
  }

  function named({ text }: Token, nesting: number): Result<Expr, ExprSyntaxError> {
    if (text === 'true' || text === 'false') return ok(text === 'true')
    if (text === 'null') return ok(null)
    at -= 1
    if (!isFnName(text)) return wrong('unknown-function')
    at += 1
    if (!isSign('(')) return wrong()
    at += 1
    const of: Expr[] = []
    while (!isSign(')')) {
      const each = level(0, nesting + 1)
      if (!each.ok) return each
      of.push(each.value)
      if (isSign(',')) at += 1
      else if (!isSign(')')) return wrong()
    }
    return close(call(text, ...of))
  }

  function close(value: Expr): Result<Expr, ExprSyntaxError> {
    if (!isSign(')')) return wrong()
    at += 1
    return ok(value)
  }

  const whole = level(0, 0)
  if (!whole.ok) return whole
  return peek().kind === 'end' ? whole : wrong()
}

function tokensOf(source: string): Result<readonly Token[], ExprSyntaxError> {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(source)
    if (!found) return fail({ at, kind: 'unexpected', found: source.slice(at, at + 1) })
    const [kind, text] =
      Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (kind === undefined || text === undefined) continue
    tokens.push({
      kind: kind as Token['kind'],
      text: kind === 'text' ? text.replace(/\\(.)/g, '$1') : text,
      at,
    })
  }
  return ok(tokens)
}
