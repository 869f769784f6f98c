import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import { call, ref } from '#domain/form/expr.ts'
import { formsOfKind } from '#domain/form/library/find-form.ts'
import { readForm } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { arbitraryForm } from '#tests/support/random-form.ts'

const wire = (value: unknown): Json => JSON.parse(JSON.stringify(value))

test('every form of the library, and any sound one, is read back from the wire unchanged', () => {
  for (const form of (['audit', 'epp', 'tracer', 'adverse-event'] as const).flatMap(formsOfKind)) {
    expect(readForm(wire(form))).toEqual({ ok: true, value: wire(form) })
  }
  fc.assert(
    fc.property(arbitraryForm, (form) => {
      expect(readForm(wire(form)).ok).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('what is no form is refused, whatever it is, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readForm(value as Json).ok).toBe(false)
    }),
  )
  const form = wire(buildForm([buildCriterion('a')])) as { readonly [key: string]: Json }
  for (const member of ['id', 'version', 'kind', 'title', 'sections']) {
    expect(readForm({ ...form, [member]: null }).ok, member).toBe(false)
  }
})

test('a name that could not be a field is a fault', () => {
  for (const id of ['', 'a.b', 'é', '__proto__', '-a', 'x'.repeat(49)]) {
    expect(checkForm(buildForm([buildCriterion(id)])), id).toEqual([{ kind: 'bad-id', id }])
  }
})

test('an expression that says nothing is a fault, and says where', () => {
  const faultOf = (relevance: ReturnType<typeof call>) =>
    checkForm(buildForm([buildCriterion('a'), buildCriterion('b', { relevance })]))
  expect(faultOf(call('=', ref('a')))).toEqual([
    { kind: 'expression', id: 'b', fault: { kind: 'arguments', fn: '=', given: 1 } },
  ])
  expect(faultOf(call('matches', ref('a'), '(a+)+'))).toEqual([
    { kind: 'expression', id: 'b', fault: { kind: 'pattern', pattern: '(a+)+' } },
  ])
  expect(faultOf(call('count-if', ref('a'), true))).toEqual([
    { kind: 'expression', id: 'b', fault: { kind: 'not-a-group' } },
  ])
})

test('a list without a choice, a group without a question, bounds upside down are faults', () => {
  const label = buildText('x')
  const form = buildForm([
    { id: 'list', type: 'single', label, choices: [] },
    { id: 'rows', type: 'repeat', label, questions: [] },
    { id: 'beds', type: 'number', label, min: 3, max: 2 },
  ])
  expect(checkForm(form).map(({ kind }) => kind)).toEqual([
    'no-choice',
    'empty-group',
    'min-above-max',
  ])
})
