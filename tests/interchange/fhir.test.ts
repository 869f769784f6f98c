import { expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { readForm } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { exportForm } from '#interchange/export-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { fhirMeaning } from './independent-fhir.ts'
import { sampleBytes, sampleText } from './read-sample.ts'

function imported(bytes: Uint8Array) {
  const { form, notes } = importForm(bytes)
  if (!form) throw new Error('nothing was kept')
  return { form, notes }
}

function back(form: Form, notes: ReturnType<typeof imported>['notes']) {
  const resource = exportForm(form, 'fhir', notes) as { readonly [key: string]: unknown }
  return { resource, bytes: new TextEncoder().encode(JSON.stringify(resource)) }
}

test.each([
  'lhc-enable-when.json',
  'lhc-help-text.json',
  'lhc-initial-quantity.json',
  'visit.json',
  'alertness-scale.json',
  'android-fhir-quantity.json',
  'sdc-weight-height.json',
])('%s leaves and comes back with the meaning it had', (name) => {
  const original = JSON.parse(sampleText(name)) as { readonly [key: string]: unknown }
  const once = imported(sampleBytes(name))
  const first = back(once.form, once.notes)
  const twice = imported(first.bytes)
  expect(checkForm(once.form)).toEqual([])
  expect(readForm(once.form as unknown as Json).ok).toBe(true)
  expect(fhirMeaning(first.resource)).toEqual(fhirMeaning(original))
  for (const member of ['title', 'url', 'version', 'status', 'contained', 'subjectType']) {
    if (original[member] !== undefined) expect(first.resource[member]).toEqual(original[member])
  }
  expect(twice.form.sections).toEqual(once.form.sections)
  expect(fhirMeaning(back(twice.form, twice.notes).resource)).toEqual(fhirMeaning(original))
})

test('sdc-nested-groups.json leaves with the meaning it had, the inner repeat apart: it is told', () => {
  const name = 'sdc-nested-groups.json'
  const once = imported(sampleBytes(name))
  const told = once.notes.all.flatMap(({ code, place }) =>
    code === 'nested-repeat' && 'linkId' in place ? place.linkId : [],
  )
  expect(told).toEqual(['68ca912397a145bd9e9f265702b5cf45'])
  const { resource, bytes } = back(once.form, once.notes)
  const original = fhirMeaning(JSON.parse(sampleText(name)))
    .filter(({ linkId }) => !told.includes(linkId))
    .map((item) => ({ ...item, path: item.path.filter((linkId) => !told.includes(linkId)) }))
  expect(original.length).toBe(6)
  expect(fhirMeaning(resource)).toEqual(original)
  expect(imported(bytes).form.sections).toEqual(once.form.sections)
})

test('the conditions of an imported questionnaire are run by the engine', () => {
  const { form } = imported(sampleBytes('lhc-enable-when.json'))
  const [yes, no, count] = ['1_1', '1_2', '1_3']
  const asked = (answers: readonly (readonly [string, Json])[]) =>
    [...evaluateForm(form, new Map(answers)).asked].filter((id) => ![yes, no, count].includes(id))
  expect(asked([])).toEqual(['1_7', '1_9', '1_11'])
  expect(
    asked([
      ['1_1', 'true'],
      ['1_2', 'xxx'],
      ['1_3', 1],
    ]),
  ).toEqual(['1_4', '1_6', '1_8', '1_10', '1_12', '1_13'])
})

test('a calculation in FHIRPath is computed, and one on points is told and given back', () => {
  const { form, notes } = imported(sampleBytes('visit.json'))
  const values = evaluateForm(form, new Map([['b3', 4]])).values
  expect(values.get('b4')).toBe(9)
  expect(
    notes.all.filter(({ code }) => code === 'expression-unread').map(({ place }) => place),
  ).toEqual([{ linkId: 'b5' }])
})

test('a questionnaire full of holes gives a report by linkId, and what it could', () => {
  const broken = {
    resourceType: 'Questionnaire',
    item: [
      null,
      'no item',
      { linkId: 'x', type: 'teleport', text: 'Odd' },
      { linkId: 'x', type: 'string', text: 'Same linkId' },
      { type: 'integer' },
      { linkId: 'g', type: 'group' },
      { linkId: 'c', type: 'choice', text: 'Elsewhere', answerValueSet: 'http://example.org/vs' },
      {
        linkId: 'w',
        type: 'string',
        text: 'W',
        enableWhen: [{ question: 'nobody', operator: '=' }],
      },
      { linkId: 'm', type: 'string', text: 'M', modifierExtension: [{ url: 'urn:m' }] },
    ],
  }
  const { form, notes } = imported(new TextEncoder().encode(JSON.stringify(broken)))
  expect(allQuestions(form).map(({ id }) => id)).toEqual(['x', 'x_2', 'item', 'c', 'w', 'm'])
  expect(notes.all.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'not-an-object',
      'unknown-type',
      'duplicate-name',
      'no-name',
      'empty-group',
      'external-choices',
      'no-question-of-that-name',
      'modifier-extension',
    ]),
  )
})

test.each([
  '',
  '{',
  '[]',
  '{"resourceType":"Patient"}',
  `${'['.repeat(5000)}`,
  'PK\u0003\u0004 no',
])('a file that holds no form says why (%#)', (text) => {
  const { form, notes } = importForm(new TextEncoder().encode(text))
  expect(form).toBeUndefined()
  expect(notes.all.length).toBeGreaterThan(0)
})
