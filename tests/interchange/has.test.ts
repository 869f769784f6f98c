import { expect, test } from 'vitest'
import { allQuestions } from '#domain/form/form.ts'
import { elementScores } from '#domain/has/element-scores.ts'
import { formToSynae } from '#interchange/has/form-to-synae.ts'
import { hasAnswers } from '#interchange/has/has-grid-to-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE, HAS_HEADERS } from './has-file.ts'
import { plainSheets } from './independent-xlsx.ts'

async function imported() {
  const blob = await writeWorkbook([{ name: 'Grille', rows: HAS_FILE }])
  const { form, format, notes } = importForm(new Uint8Array(await blob.arrayBuffer()))
  if (!form) throw new Error('the file was not kept')
  return { form, format, notes }
}

test('a grid of the HAS comes from the user’s own file, with its own words', async () => {
  const { form, format } = await imported()
  expect(format).toBe('has')
  expect(form.id).toBe('has-500-2025-07')
  expect(form.source.fr).toContain('version 2025-07, catégorie FINESS 500')
  expect(form.sections.map(({ theme }) => theme)).toEqual(['2', '6'])
  expect(form.sections.map(({ title }) => title.fr)).toEqual(['Objectif 1.2', 'Objectif 3.6'])
  expect(allQuestions(form).map((question) => [question.id, question.label.fr])).toEqual([
    ['1-2-1-1', 'La personne dit ceci'],
    ['1-2-1-2', 'La personne dit cela'],
    ['3-6-2-1', 'Le circuit tient'],
    ['3-6-3-1', 'Le suivi tient'],
  ])
  expect(
    allQuestions(form).map((question) => 'imperatif' in question && question.imperatif),
  ).toEqual([false, false, '3.6.2', false])
})

test('ratings of a Synaé export come in, and one that is none is told', async () => {
  const { form } = await imported()
  const notes = new Notes()
  const { answers, comments } = hasAnswers(form, notes)
  expect([...answers]).toEqual([
    ['1-2-1-1', '3'],
    ['1-2-1-2', 'nc'],
    ['3-6-2-1', 'star'],
  ])
  expect([...comments]).toEqual([['1-2-1-1', 'Vu']])
  expect(notes.all.map(({ code }) => code)).toEqual(['unknown-rating'])
})

test('the scores of the manual are read from an imported file, element by element', async () => {
  const { form } = await imported()
  const { criteria, chapters } = elementScores(form, hasAnswers(form, new Notes()).answers)
  expect(
    criteria.map(({ number, mean, imperatif, met }) => [number, mean, imperatif, met]),
  ).toEqual([
    ['1.2.1', 3, false, false],
    ['3.6.2', 4, true, true],
    ['3.6.3', undefined, false, false],
  ])
  expect(chapters.map(({ number, mean }) => [number, mean])).toEqual([
    ['1', 3],
    ['3', 4],
  ])
})

test('an element without a number is rated all the same, and counts in no mean', async () => {
  const rows = [
    ['Chapitre', 'Objectif', 'Critère', 'Intitulé', 'Question'],
    ['Chapitre 1', 'Mieux accueillir', 'Accueil', 'L’accueil est préparé', 'Oui'],
    ['', '', 'Critère 1.3.1', 'La personne est attendue', 'Oui'],
  ]
  const blob = await writeWorkbook([{ name: 'Grille', rows }])
  const { form } = importForm(new Uint8Array(await blob.arrayBuffer()))
  expect(form && allQuestions(form).map(({ id }) => id)).toEqual(['1-3-1-1', 'l2'])
})

test('ratings leave in the columns of the file, from the line where its data began', async () => {
  const { form } = await imported()
  const [sheet] = formToSynae(form, {
    answers: new Map([
      ['1-2-1-1', '4'],
      ['3-6-2-1', 'star'],
    ]),
    comments: new Map([['3-6-2-1', 'Tracé']]),
  })
  if (!sheet) throw new Error('no columns to write in')
  const [back] = plainSheets(new Uint8Array(await (await writeWorkbook([sheet])).arrayBuffer()))
  expect(back?.name).toBe('Grille')
  expect(back?.rows[2]).toEqual(HAS_HEADERS)
  expect(back?.rows.slice(3).map((row) => [row[4], row[8] ?? '', row[9] ?? ''])).toEqual([
    ['Critère 1.2.1 en titre', '', ''],
    ['La personne dit ceci', '4', 'Vu'],
    ['La personne dit cela', 'NC', ''],
    ['Le circuit tient', '*', 'Tracé'],
    ['Le suivi tient', '7', ''],
  ])
})

test('a file of several sheets is given back sheet by sheet, empty lines where they were', async () => {
  const [title = [], finess = [], ...table] = HAS_FILE
  const sheets = [
    { name: 'Chapitre 1', rows: [title, [], ...table.slice(0, 4)] },
    { name: 'Chapitre 3', rows: [finess, [], table[0] ?? [], ...table.slice(4)] },
  ]
  const blob = await writeWorkbook(sheets)
  const { form } = importForm(new Uint8Array(await blob.arrayBuffer()))
  if (!form) throw new Error('the file was not kept')
  const back = formToSynae(form, { answers: new Map([['3-6-2-1', '2']]), comments: new Map() })
  expect(back.map(({ name }) => name)).toEqual(['Chapitre 1', 'Chapitre 3'])
  expect(back.map(({ rows }) => [rows[1], rows[2]])).toEqual([
    [[], HAS_HEADERS],
    [[], HAS_HEADERS],
  ])
  expect(back[1]?.rows[3]?.[8]).toBe('2')
  expect(back[0]?.rows[4]?.[8]).toBe('3')
})
