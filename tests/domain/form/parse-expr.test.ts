import fc from 'fast-check'
import { expect, test } from 'vitest'
import { call, type Expr, isCall, ref } from '#domain/form/expr.ts'
import { parseExpr } from '#domain/form/parse-expr.ts'
import { printExpr } from '#domain/form/print-expr.ts'
import { arbitraryExpr } from '#tests/support/random-form.ts'

/** Signs between more than two are read two by two: `a + b + c` is `(a + b) + c`. */
function inPairs(expr: Expr): Expr {
  if (!isCall(expr)) return expr
  const of = expr.of.map(inPairs)
  const [first = null, ...others] = of
  const isBetween = ['and', 'or', '+', '*'].includes(expr.fn) && of.length > 2
  return isBetween
    ? others.reduce<Expr>((left, right) => call(expr.fn, left, right), first)
    : call(expr.fn, ...of)
}

test('what is printed is read back the same', () => {
  fc.assert(
    fc.property(arbitraryExpr(['a', 'b'], ['rows']), (expr) => {
      expect(parseExpr(printExpr(expr))).toEqual({ ok: true, value: inPairs(expr) })
    }),
    { numRuns: 500 },
  )
  expect(parseExpr(printExpr("l'eau \\ 50 %"))).toEqual({ ok: true, value: "l'eau \\ 50 %" })
})

test('signs bind as in arithmetic, from the left', () => {
  const read = parseExpr(`\${a} - 1 - 2 * 3 > 4 and not(selected(\${b}, 'x')) or . = -1`)
  expect(read).toEqual({
    ok: true,
    value: call(
      'or',
      call(
        'and',
        call('>', call('-', call('-', ref('a'), 1), call('*', 2, 3)), 4),
        call('not', call('selected', ref('b'), 'x')),
      ),
      call('=', ref('.'), -1),
    ),
  })
})

test.each([
  [`\${a} = `, 'unfinished', 7],
  [`\${a} == 1`, 'unexpected', 6],
  ['bidule(1)', 'unknown-function', 0],
  ['(1 + 2', 'unfinished', 6],
  ['1 @ 2', 'unexpected', 2],
])('%s says where it stops making sense', (source, kind, at) => {
  expect(parseExpr(source)).toMatchObject({ ok: false, error: { kind, at } })
})

test('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string(), (source) => {
      parseExpr(source)
    }),
  )
  expect(parseExpr('('.repeat(5_000)).ok).toBe(false)
})
