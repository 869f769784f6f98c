import { expect, test } from 'vitest'
import { call, type Expr, ref } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { formsOfKind } from '#domain/form/library/find-form.ts'
import { lintForm } from '#domain/form/lint-form.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'

const number: Question = { id: 'beds', type: 'number', label: buildText('Lits'), min: 0 }
const warningsOf = (relevance: Expr, ...before: readonly Question[]) =>
  lintForm(buildForm([buildCriterion('a'), number, ...before, buildCriterion('z', { relevance })]))

test('the library says nothing that was surely not meant', () => {
  for (const form of (['audit', 'epp', 'tracer', 'adverse-event'] as const).flatMap(formsOfKind)) {
    expect(lintForm(form), form.id).toEqual([])
  }
})

test('conditions that contradict each other are found', () => {
  const both = call('and', call('=', ref('a'), 'yes'), call('=', ref('a'), 'no'))
  expect(warningsOf(both)).toEqual([{ kind: 'never-asked', id: 'z' }])
  const bounds = call('and', call('>', ref('beds'), 10), call('<', ref('beds'), 5))
  expect(warningsOf(bounds)).toEqual([{ kind: 'never-asked', id: 'z' }])
  expect(warningsOf(call('<', ref('beds'), 0))).toEqual([{ kind: 'never-asked', id: 'z' }])
})

test('a condition on an answer that is not offered is never met', () => {
  expect(warningsOf(call('=', ref('a'), 'peut-être'))).toEqual([{ kind: 'never-asked', id: 'z' }])
})

test('who depends on a question never asked is never asked either', () => {
  const hidden = buildCriterion('h', { relevance: call('=', ref('a'), 'x') })
  expect(warningsOf(call('answered', ref('h')), hidden)).toEqual([
    { kind: 'never-asked', id: 'h' },
    { kind: 'never-asked', id: 'z' },
  ])
})

test('a condition that always holds is useless, and one that may hold is left alone', () => {
  const useless = call('or', call('answered', ref('a')), call('not', call('answered', ref('a'))))
  expect(warningsOf(useless)).toEqual([{ kind: 'always-asked', id: 'z' }])
  expect(warningsOf(call('>', ref('beds'), 10))).toEqual([])
})

test('the same words twice, a question asked too early, an idle computation are said', () => {
  const form = buildForm([
    buildCriterion('a', { relevance: call('=', ref('b'), 'yes') }),
    buildCriterion('b', { label: buildText('Les mains sont lavées.') }),
    buildCriterion('c', { label: buildText('Les mains  sont lavées') }),
    { id: 'sum', type: 'calculated', label: buildText('sum'), value: 1, hidden: true },
  ])
  expect(lintForm(form)).toEqual([
    { kind: 'same-words', id: 'c', as: 'b' },
    { kind: 'unused', id: 'sum' },
    { kind: 'reads-later', id: 'a', reads: 'b' },
  ])
})
