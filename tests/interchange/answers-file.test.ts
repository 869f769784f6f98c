import { describe, expect, test } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import type { Fields } from '#domain/shared/json.ts'
import { answersFile } from '#interchange/answers/answers-file.ts'
import { readCsv } from '#interchange/answers/french-csv.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { plainSheets } from './independent-xlsx.ts'

const form = buildForm([
  buildCriterion('C1'),
  { id: 'heat', type: 'number', step: 0.1, label: buildText('Température') },
  {
    id: 'rooms',
    type: 'repeat',
    label: buildText('Chambres'),
    questions: [buildCriterion('R1')],
  },
])

const filled = (answers: Fields, round = 1) => {
  const fields = {
    form: form.id,
    formVersion: 1,
    round,
    heldOn: '2026-03-11',
    status: 'closed',
    ...answers,
  }
  const filling = readFilling('a1', 'home-1', fields)
  return { form, place: 'Les Acomats', fields, filling, formOf: () => form }
}
const first = filled({ 'answers.C1': 'no', 'answers.heat': 4.5, 'answers.rooms.a.R1': 'yes' })
const second = filled({ 'answers.C1': 'yes', 'answers.heat': 5.5 }, 2)

const ONE = { language: 'fr', layout: 'questions' } as const
const ALL = { language: 'fr', layout: 'fillings' } as const

const textOf = async (...given: Parameters<typeof answersFile>) =>
  (await answersFile(...given)).blob.text()

describe('answers taken away', () => {
  test('of one filling say its grid, its home and its day in their name', async () => {
    const { name, blob } = await answersFile('csv', [first], ONE)
    expect(name).toMatch(/-Les-Acomats-2026-03-11\.csv$/)
    expect(readCsv(await blob.text())[0]?.[0]).toBe('Section')
  })

  test('of several are a filling a row, a question a column, in the dialect of the reader', async () => {
    const [head = [], ...rows] = readCsv(await textOf('csv', [first, second], ALL))
    const column = (name: string) => head.findIndex((each) => each.startsWith(name))
    const cells = rows.map((row) =>
      ['Établissement', 'Tour', 'Date', 'C1 ', 'heat ', 'rooms.1.R1 '].map(
        (name) => row[column(name)],
      ),
    )
    expect(cells).toEqual([
      ['Les Acomats', '1', '11/03/2026', 'Non', '4,5', 'Oui'],
      ['Les Acomats', '2', '11/03/2026', 'Oui', '5,5', ''],
    ])
    expect(await textOf('csv', [first, second], { ...ALL, language: 'en' })).toContain(
      'Les Acomats,1,2026-03-11,Closed,',
    )
  })

  test('are a workbook with real days and numbers', async () => {
    const { blob } = await answersFile('xlsx', [first], ONE)
    const sheets = plainSheets(new Uint8Array(await blob.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Réponses', 'Tableau'])
    expect(sheets[1]?.rows[1]?.slice(6, 7)).toEqual(['4.5'])
  })

  test('of several are a collection of responses', async () => {
    const bundle = JSON.parse(await textOf('fhir', [first, second], ALL))
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
    expect(bundle.entry).toHaveLength(2)
  })

  test('of audits of premises say which', async () => {
    const kitchen = filled({ subject: 'Cuisine', 'answers.C1': 'yes' })
    const premises = { ...kitchen, form: { ...form, unit: 'premises' as const } }
    const [head = [], row = []] = readCsv(await textOf('csv', [premises], ALL))
    expect(row[head.indexOf('Local')]).toBe('Cuisine')
  })

  test('of an EPP are a file a row, and only of the files somebody read', async () => {
    const round = filled({ 'answers.1.C1': 'yes', 'answers.3.C1': 'no', 'comments.3.C1': 'Vu' })
    const epp = { ...round, form: { ...form, kind: 'epp' as const } }
    const [head = [], ...rows] = readCsv(await textOf('csv', [epp], ONE))
    expect(head[0]).toBe('Dossier')
    expect([...new Set(rows.map((row) => row[0]))]).toEqual(['1', '3'])
    expect(rows.find((row) => row[0] === '3')?.at(-1)).toBe('Vu')
  })

  test('hold what was set aside by a change of version and what a second auditor read, named so', async () => {
    const moved = filled({
      'answers.C1': 'no',
      'second.answers.C1': 'yes',
      'aside.heat': { value: 4.5, version: 1, edition: 'e1' },
      'aside.gone': { value: '=1+1', version: 2, edition: 'e2' },
      'answers.also': 'x',
    })
    const one = readCsv(await textOf('csv', [moved], ONE)).slice(-4)
    expect(one.map((row) => row.slice(0, 5))).toEqual([
      ['Second auditeur', 'C1', 'Critère C1.', '', 'Oui'],
      ['Réponses mises de côté', 'also', '', '', 'x'],
      ['Réponses mises de côté, version 2', 'gone', '', '', "'=1+1"],
      ['Réponses mises de côté, version 1', 'heat', 'Température', '', '4,5'],
    ])
    const [head = [], ...rows] = readCsv(await textOf('csv', [moved, second], ALL))
    const column = head.indexOf('Réponses mises de côté, version 1 : heat Température')
    expect(rows.map((row) => row[column])).toEqual(['4,5', ''])
  })

  test('of a tracer hold what the person said alone, which is no rating', async () => {
    const guide = findForm('tracer-person', 1)
    if (!guide) throw new Error('no guide')
    const said = {
      ...filled({ 'own.P1': 'so-so', ownHelper: 'relative', ownOn: '2026-03-11' }),
      form: guide,
    }
    const rows = readCsv(await textOf('csv', [said], ONE))
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Réponses de la personne, aidée d’un proche', 'P1'])
    expect(rows.at(-1)?.[2]).not.toBe('')
    expect(rows.at(-1)?.slice(4, 6)).toEqual(['Un peu', ''])
    const [head = [], all] = readCsv(await textOf('csv', [said], ALL))
    expect(head.at(-1)).toMatch(/^Réponses de la personne, aidée d’un proche : P1 /)
    expect(all?.at(-1)).toBe('Un peu')
  })
})
