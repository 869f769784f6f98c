import fc from 'fast-check'
import { call, type Expr, ref } from '#domain/form/expr.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { rowKey } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'

/** Expressions over these questions, of every family: conditions, numbers, days, texts, rows. */
export function arbitraryExpr(ids: readonly string[], groups: readonly string[] = []) {
  const leaf: fc.Arbitrary<Expr> = fc.oneof(
    fc.constantFrom<Expr>('yes', 'no', '3', 2, 0, true, null, '2026-03-01'),
    ...(ids.length > 0 ? [fc.constantFrom(...ids).map(ref)] : []),
  )
  const group = groups.length > 0 ? fc.constantFrom(...groups).map(ref) : undefined
  return fc.letrec<{ node: Expr }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('=', '!=', '<', '>=', 'selected', 'days-between'), leaf, tie('node'))
        .map(([fn, a, b]) => call(fn as '=', a, b)),
      fc
        .tuple(
          fc.constantFrom('and', 'or', '+', 'coalesce', 'sum', 'max', 'mean', 'concat'),
          fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
        )
        .map(([fn, of]) => call(fn as 'and', ...of)),
      fc
        .tuple(fc.constantFrom('not', 'answered', 'count', 'length', '-'), tie('node'))
        .map(([fn, of]) => call(fn as 'not', of)),
      fc.tuple(tie('node'), tie('node'), tie('node')).map((of) => call('if', ...of)),
      ...(group
        ? [fc.tuple(group, tie('node')).map(([rows, test]) => call('count-if', rows, test))]
        : []),
    ),
  })).node
}

/**
 * Sound forms: twelve questions in two sections and a group of two, each reading only those before
 * it, then drawn in any order, for a form is not written in the order of its computations.
 */
export const arbitraryForm: fc.Arbitrary<Form> = fc
  .integer({ min: 3, max: 10 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, at) => `q${at}`)
    return fc.tuple(
      fc.tuple(...ids.map((id, at) => questionReading(id, ids.slice(0, at)))),
      fc.tuple(
        ...['r1', 'r2'].map((id, at) => questionReading(id, [...ids, 'r1'].slice(0, count + at))),
      ),
      questionReading('after', [...ids, 'r1', 'r2'], ['rows']),
      fc.option(arbitraryExpr(ids.slice(0, 1)), { nil: undefined }),
      fc.shuffledSubarray(ids, { minLength: count, maxLength: count }),
    )
  })
  .map(([questions, own, after, relevance, order]) => {
    const first = questions.find(({ id }) => id === 'q0')
    const sorted = order.flatMap(
      (id) => questions.find((each) => each.id === id && id !== 'q0') ?? [],
    )
    const group: Question = { id: 'rows', type: 'repeat', label: buildText('rows'), questions: own }
    return buildForm([], {
      sections: [
        buildSection('B', [...sorted, group, after], relevance === undefined ? {} : { relevance }),
        buildSection('A', first ? [first] : []),
      ],
    })
  })

function questionReading(
  id: string,
  before: readonly string[],
  groups: readonly string[] = [],
): fc.Arbitrary<Question> {
  const expr = arbitraryExpr(before, groups)
  const conditions = fc.record(
    { relevance: expr, required: expr, test: expr },
    { requiredKeys: [] },
  )
  return fc
    .tuple(fc.constantFrom('criterion', 'number', 'calculated'), expr, conditions)
    .map(([type, value, { test, ...rest }]): Question => {
      const shared = {
        ...rest,
        ...(test === undefined ? {} : { constraints: [{ test, message: buildText('faux') }] }),
      }
      if (type === 'criterion') return buildCriterion(id, shared)
      if (type === 'number') return { id, type: 'number', label: buildText(id), ...shared }
      return { id, type: 'calculated', label: buildText(id), value, ...shared }
    })
}

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('yes', 'no', 'partial', '', null, ['yes'], '2026-03-02'),
  fc.integer({ min: -3, max: 12 }),
)

/** Answers given one after the other, of a form of `arbitraryForm`; `null` empties one. */
export const arbitrarySteps = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'),
      fc
        .tuple(fc.constantFrom('k1', 'k2', 'k3'), fc.constantFrom('r1', 'r2'))
        .map(([row, own]) => rowKey('rows', row, own)),
    ),
    value,
  ),
  { maxLength: 25 },
)
