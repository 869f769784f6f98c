import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateExpr, holds } from '#domain/form/evaluate-expr.ts'
import { call, type Expr, ref } from '#domain/form/expr.ts'
import { safePattern } from '#domain/form/safe-pattern.ts'
import { day } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { arbitraryExpr } from '#tests/support/random-form.ts'

const scope = (answers: Readonly<Record<string, Json>>) => ({
  read: (id: string) => answers[id] ?? null,
  rows: () => [],
  today: day('2026-03-11'),
})
const given = fc.record({
  a: fc.constantFrom<Json>('yes', 'no', '', null, 3, ['yes', 'no']),
  b: fc.constantFrom<Json>('no', 0, 7.5, '2026-01-31', true, null),
})
const value = (expr: Expr, answers: Readonly<Record<string, Json>> = {}) =>
  evaluateExpr(expr, scope(answers))

describe('an expression', () => {
  test('always gives a value that may be stored, and never throws', () => {
    fc.assert(
      fc.property(arbitraryExpr(['a', 'b']), given, (expr, answers) => {
        const found = value(expr, answers)
        expect(found).toEqual(JSON.parse(JSON.stringify(found)))
      }),
      { numRuns: 500 },
    )
  })

  test('and its contrary never hold together, nor fail together', () => {
    fc.assert(
      fc.property(arbitraryExpr(['a', 'b']), given, (expr, answers) => {
        expect(value(call('not', expr), answers)).toBe(!holds(value(expr, answers)))
      }),
    )
  })

  test('« and » and « or » follow each other by contraries', () => {
    const several = fc.array(arbitraryExpr(['a', 'b']), { maxLength: 4 })
    fc.assert(
      fc.property(several, given, (of, answers) => {
        const negated = of.map((each) => call('not', each))
        expect(value(call('and', ...of), answers)).toBe(!value(call('or', ...negated), answers))
      }),
    )
  })
})

describe('an answer that is missing', () => {
  test('makes every comparison false but « different from »', () => {
    for (const fn of ['=', '<', '<=', '>', '>='] as const) {
      expect(value(call(fn, ref('a'), 3))).toBe(false)
    }
    expect(value(call('!=', ref('a'), 3))).toBe(true)
  })

  test('is what an empty text and an empty list are, and zero is not', () => {
    const answered = call('answered', ref('a'))
    expect([null, '', []].map((a) => value(answered, { a }))).toEqual([false, false, false])
    expect(value(answered, { a: 0 })).toBe(true)
  })

  test('leaves a sum to the others, and a product without a value', () => {
    expect(value(call('sum', ref('a'), 2))).toBe(2)
    expect(value(call('*', ref('a'), 2))).toBeNull()
    expect(value(call('/', 4, 0))).toBeNull()
  })
})

describe('functions', () => {
  test('a code « 3 » equals the number 3', () => {
    expect(value(call('=', ref('a'), 3), { a: '3' })).toBe(true)
  })

  test('days count, and an age is in whole years', () => {
    expect(value(call('days-between', '2026-02-27', '2026-03-02'))).toBe(3)
    expect(value(call('add-days', call('today'), 30))).toBe('2026-04-10')
    expect(value(call('years-between', '1940-03-12', call('today')))).toBe(85)
    expect(value(call('years-between', '1940-03-11', call('today')))).toBe(86)
    expect(value(call('add-days', '9999-12-31', 400))).toBeNull()
  })

  test('a choice is found in a list as in a single answer', () => {
    expect(value(call('selected', ref('a'), 'no'), { a: ['yes', 'no'] })).toBe(true)
    expect(value(call('selected', ref('a'), 'no'), { a: 'no' })).toBe(true)
  })

  test('a number is rounded to the decimals asked', () => {
    expect(value(call('round', 2.345, 2))).toBe(2.35)
    expect(value(call('round', 2.5))).toBe(3)
  })

  test('a pattern takes the whole text', () => {
    expect(value(call('matches', ref('a'), '[A-Z]\\d{3}'), { a: 'B204' })).toBe(true)
    expect(value(call('matches', ref('a'), '[A-Z]\\d{3}'), { a: 'B2041' })).toBe(false)
  })

  test.each(['(a+)+', '(a|aa)*b', '([a-z]+,?)*x', 'a'.repeat(201)])(
    'the pattern %s, which could run for ever, is refused',
    (pattern) => {
      expect(safePattern(pattern)).toBeUndefined()
    },
  )
})
