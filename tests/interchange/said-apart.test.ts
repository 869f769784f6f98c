import { describe, expect, test } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { answersFile } from '#interchange/answers/answers-file.ts'
import { readSaidApart } from '#interchange/fhir/read-said-apart.ts'
import { responseToAnswers } from '#interchange/fhir/response-to-answers.ts'
import type { JsonRecord } from '#interchange/is-record.ts'
import { Notes } from '#interchange/notes.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { schemaFaults } from './fhir-schema.ts'

const form = buildForm([
  buildCriterion('C1'),
  buildCriterion('C2'),
  { id: 'heat', type: 'number', step: 0.1, label: buildText('Température') },
  {
    id: 'rooms',
    type: 'repeat',
    label: buildText('Chambres'),
    questions: [buildCriterion('R1')],
  },
])

async function responseOf(own: Form, fields: Fields): Promise<JsonRecord> {
  const filling = readFilling('a1', 'home-1', { form: own.id, formVersion: 1, ...fields })
  const filled = { form: own, place: 'Les Acomats', fields, filling, formOf: () => own }
  const { blob } = await answersFile('fhir', [filled], { language: 'fr', layout: 'questions' })
  const response = JSON.parse(await blob.text()) as JsonRecord
  expect(schemaFaults(response)).toEqual([])
  return response
}

/** Fields of the filling an import would begin. */
function fieldsBack(own: Form, response: JsonRecord, line = '') {
  const notes = new Notes()
  const answers = responseToAnswers(own, response, notes)
  const { comments, fields, count } = readSaidApart(own, response, notes)
  const back: Fields = {
    ...Object.fromEntries([...answers].map(([key, value]) => [`answers.${line}${key}`, value])),
    ...Object.fromEntries([...comments].map(([key, text]) => [`comments.${line}${key}`, text])),
    ...fields(line),
  }
  return { back, count, told: notes.all.map(({ code, place }) => [code, place]) }
}

describe('what is said beside the answers leaves in FHIR and comes back the same', () => {
  test('what the person said alone, who helped, and the day', async () => {
    const guide = findForm('tracer-person', 1)
    if (!guide) throw new Error('no guide')
    const said = {
      'answers.P1': '3',
      'own.P1': 'so-so',
      'own.P2': 'declined',
      ownHelper: 'relative',
      ownOn: '2026-03-11',
    }
    const response = await responseOf(guide, said)
    expect(fieldsBack(guide, response)).toEqual({ back: said, count: 2, told: [] })
    expect(JSON.stringify(response)).toContain('"url":"urn:escale:said-alone"')
  })

  test('both readings of an audit, what was settled since, and no name of who read', async () => {
    const said = {
      'answers.C1': 'no',
      'answers.C2': 'yes',
      'first.answers.C1': 'yes',
      'second.answers.C1': 'no',
      'second.answers.C2': 'yes',
      'second.on': '2026-03-12',
    }
    const response = await responseOf(form, { ...said, 'second.author': 'person-7' })
    expect(JSON.stringify(response)).not.toContain('person-7')
    expect(fieldsBack(form, response)).toEqual({ back: said, count: 3, told: [] })
  })

  test('what a change of version set aside, whatever it holds, and the comments', async () => {
    const said = {
      'answers.C1': 'yes',
      'answers.also': 'typed meanwhile',
      'aside.heat': { value: 4.5, version: 1, edition: 'e1' },
      'aside.list': { value: ['a', 'b'], version: 2, edition: '' },
      'aside.blank': { value: '', version: 2, edition: 'e2' },
      'comments.C1': 'Vu\navec l’équipe',
      'comments.C2': '=1+1',
    }
    expect(fieldsBack(form, await responseOf(form, said))).toEqual({
      back: said,
      count: 6,
      told: [],
    })
  })

  test('rows keep what is said of them, under the name the import gives them', async () => {
    const { back } = fieldsBack(
      form,
      await responseOf(form, {
        'answers.rooms.b.R1': 'yes',
        'comments.rooms.b.R1': 'Porte',
        'aside.rooms.b.R9': { value: 'x', version: 1, edition: '' },
        'aside.rooms.a.R9': { value: 'y', version: 1, edition: '' },
      }),
    )
    expect(back).toEqual({
      'answers.rooms.r1.R1': 'yes',
      'comments.rooms.r1.R1': 'Porte',
      'aside.rooms.r1.R9': { value: 'x', version: 1, edition: '' },
      'aside.rooms.r2.R9': { value: 'y', version: 1, edition: '' },
    })
  })

  test('each file of an EPP has its own, and comes back as the first of a round', async () => {
    const epp: Form = { ...form, kind: 'epp', unit: 'file' }
    const bundle = await responseOf(epp, {
      'answers.1.C1': 'no',
      'answers.3.C1': 'yes',
      'comments.3.C1': 'Vu',
      'aside.3.gone': { value: 'x', version: 1, edition: 'e1' },
    }).then((made) => made as { entry?: { resource: JsonRecord }[] })
    const resources = bundle.entry?.map(({ resource }) => resource) ?? []
    expect(resources.map((each) => fieldsBack(epp, each, '1.').back)).toEqual([
      { 'answers.1.C1': 'no' },
      {
        'answers.1.C1': 'yes',
        'comments.1.C1': 'Vu',
        'aside.1.gone': { value: 'x', version: 1, edition: 'e1' },
      },
    ])
  })
})

test('what someone wrote wrongly in it is told, and the rest is kept', () => {
  const answer = (...extension: JsonRecord[]) => ({ url: 'answer', extension })
  const key = (valueString: string) => ({ url: 'key', valueString })
  const of = (url: string, ...extension: JsonRecord[]) => ({ url, extension })
  const { back, told } = fieldsBack(form, {
    resourceType: 'QuestionnaireResponse',
    extension: [
      of(
        'urn:escale:said-alone',
        { url: 'helper', valueCode: 'a stranger' },
        answer(key('C1'), { url: 'code', valueCode: 'perhaps' }),
        answer(key('C2'), { url: 'code', valueCode: 'no' }),
      ),
      of(
        'urn:escale:second-reading',
        { url: 'on', valueDate: 'yesterday' },
        answer(key('C1'), { url: 'value', valueString: 'maybe' }),
        answer(key('heat'), { url: 'value', valueDecimal: 3 }),
        answer({ url: 'value', valueString: 'yes' }),
      ),
      of('urn:escale:set-aside', answer(key('__proto__ x'), { url: 'value', valueString: 'x' })),
      of('urn:escale:set-aside', answer(key('gone'), { url: 'value-json', valueString: '{' })),
      of(
        'urn:escale:set-aside',
        answer(key('deep'), { url: 'value-json', valueString: '[[[["x"]]]]' }),
        answer(key('long'), { url: 'value', valueString: 'x'.repeat(70_000) }),
      ),
      of('urn:escale:comments', answer(key('nobody'), { url: 'value', valueString: 'x' })),
      'no extension',
    ],
  })
  expect(back).toEqual({ 'own.C2': 'no' })
  expect(told).toEqual([
    ['answer-refused', { linkId: 'C1' }],
    ['answer-to-nothing', { linkId: '?' }],
    ['answer-refused', { linkId: 'C1' }],
    ['answer-refused', { linkId: 'heat' }],
    ['answer-to-nothing', { linkId: '__proto__ x' }],
    ['answer-refused', { linkId: 'gone' }],
    ['answer-refused', { linkId: 'deep' }],
    ['answer-refused', { linkId: 'long' }],
    ['answer-to-nothing', { linkId: 'nobody' }],
  ])
})
