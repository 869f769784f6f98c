import { expect, test } from 'vitest'
import { day } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { answersTable } from '#interchange/answers/answers-table.ts'
import { frenchCsv, openDataCsv, readCsv, type Table } from '#interchange/answers/french-csv.ts'
import { tableSheet } from '#interchange/answers/table-sheet.ts'
import { answersToResponse } from '#interchange/fhir/answers-to-response.ts'
import { responseToAnswers } from '#interchange/fhir/response-to-answers.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { plainSheets } from './independent-xlsx.ts'
import { sampleBytes } from './read-sample.ts'

const form = buildForm([
  buildCriterion('C1'),
  { id: 'heat', type: 'number', step: 0.1, label: buildText('Température'), unit: buildText('°C') },
  { id: 'seen', type: 'date', label: buildText('Vu le') },
  { id: 'words', type: 'text', label: buildText('Mots; "dits"') },
  {
    id: 'rooms',
    type: 'repeat',
    label: buildText('Chambres'),
    questions: [buildCriterion('R1'), buildCriterion('R2')],
  },
])
const answers = new Map<string, Json>([
  ['C1', 'partial'],
  ['heat', 4.5],
  ['seen', '2026-03-09'],
  ['words', '=HYPERLINK("x")'],
  ['rooms.a.R1', 'yes'],
  ['rooms.b.R1', 'no'],
])
const comments = new Map([['C1', '+33 à rappeler']])
const table = answersTable(form, { answers, comments, heldOn: day('2026-03-11') }, 'fr')

test('answers leave as a French Excel reads them: nothing typed is ever run as a formula', () => {
  const csv = frenchCsv(table)
  const lines = csv.split('\r\n')
  expect(csv.startsWith('\uFEFFSection;Code;Question;Ligne;Réponse;Valeur;Constat\r\n')).toBe(true)
  expect(lines[1]).toBe("A;C1;Critère C1.;;En partie;0,5;'+33 à rappeler")
  expect(lines[2]).toBe('A;heat;Température;;4,5 °C;4,5;')
  expect(lines[3]).toBe('A;seen;Vu le;;09/03/2026;09/03/2026;')
  expect(lines[4]).toBe(`A;words;"Mots; ""dits""";;"'=HYPERLINK(""x"")";"'=HYPERLINK(""x"")";`)
  expect(lines.slice(5).map((line) => line.split(';').slice(1, 5).join(' '))).toEqual([
    'R1 Critère R1. 1 Oui',
    'R2 Critère R2. 1 ',
    'R1 Critère R1. 2 Non',
    'R2 Critère R2. 2 ',
    '',
  ])
})

test('numbers stay numbers below zero, whichever the dialect', () => {
  const small: Table = [['a'], [-1.5], ['-1.5'], ['@x'], ['\tx']]
  expect(frenchCsv(small)).toBe("\uFEFFa\r\n-1,5\r\n'-1.5\r\n'@x\r\n'\tx\r\n")
  expect(openDataCsv([['a,b', 1.5, { day: '2026-03-09' }]])).toBe('"a,b",1.5,2026-03-09\r\n')
})

test('both dialects are read back, quotes and ends of line inside cells included', () => {
  const rows = [
    ['a', 'b;c', 'd"e'],
    ['1', 'x\r\ny', ''],
  ]
  expect(readCsv(frenchCsv(rows))).toEqual(rows)
  expect(readCsv(openDataCsv(rows))).toEqual(rows)
})

test('the workbook of the answers holds real numbers, and texts that stay texts', async () => {
  const blob = await writeWorkbook([tableSheet('Réponses', table)])
  const [sheet] = plainSheets(new Uint8Array(await blob.arrayBuffer()))
  expect(sheet?.name).toBe('Réponses')
  expect(sheet?.rows[2]?.slice(1, 6)).toEqual(['heat', 'Température', '', '4,5 °C', '4.5'])
  expect(sheet?.rows[4]?.[4]).toBe('=HYPERLINK("x")')
})

test('answers leave as a QuestionnaireResponse and come back the same', () => {
  const visit = importForm(sampleBytes('visit.json')).form
  if (!visit) throw new Error('the sample was not kept')
  const given = new Map<string, Json>([
    ['a_1', 'ch'],
    ['a_2_1', 21.5],
    ['b1', 's2'],
    ['b2', ['j']],
    ['b3', 4],
    ['b6', 'oui'],
    ['b6_1', 'true'],
    ['c.r1.c1', 'Sirop'],
    ['c.r1.c2', '2026-01-05'],
    ['c.r2.c1', 'Gouttes'],
  ])
  const response = answersToResponse(visit, given, { isComplete: true, heldOn: day('2026-03-11') })
  const notes = new Notes()
  expect(responseToAnswers(visit, response, notes)).toEqual(given)
  expect(notes.all).toEqual([])
  expect(response.questionnaire).toBe('urn:example:visite|3')
  expect(JSON.stringify(response)).toContain(
    '{"linkId":"b1","answer":[{"valueCoding":{"system":"urn:example:scale","code":"s2"}}]}',
  )
})

test('an answer the question refuses, or that no question asks for, is told and left out', () => {
  const notes = new Notes()
  const read = responseToAnswers(
    form,
    {
      resourceType: 'QuestionnaireResponse',
      item: [
        { linkId: 'C1', answer: [{ valueCoding: { code: 'maybe' } }] },
        { linkId: 'heat', answer: [{ valueDecimal: 3 }] },
        { linkId: 'nobody', answer: [{ valueString: 'x' }] },
      ],
    },
    notes,
  )
  expect([...read]).toEqual([['heat', 3]])
  expect(notes.all.map(({ code, place }) => [code, place])).toEqual([
    ['answer-refused', { linkId: 'C1' }],
    ['answer-to-nothing', { linkId: 'nobody' }],
  ])
})
