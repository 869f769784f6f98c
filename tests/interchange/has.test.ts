import { expect, test } from 'vitest'
import { allQuestions } from '#domain/form/form.ts'
import { formToSynae } from '#interchange/has/form-to-synae.ts'
import { hasAnswers } from '#interchange/has/has-grid-to-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { plainSheets } from './independent-xlsx.ts'

/*
 * The columns are those public code reads in a Synaé file: chapter, theme, objective, criterion, wording,
 * level, whether it is a question, its id; data from the fourth line. The words are ours: none is HAS's.
 */
const HEADERS = [
  'Chapitre',
  'Thématique',
  'Objectif',
  'Critère',
  'Intitulé',
  'Niveau',
  'Question',
  'Id question',
  'Cotation',
  'Commentaire',
]
const FILE = [
  ['Export de grille'],
  ['Catégorie FINESS : 500'],
  HEADERS,
  [
    'Chapitre 1',
    'Thème A',
    'Objectif 1.2',
    'Critère 1.2.1',
    'Critère 1.2.1 en titre',
    'Standard',
    'Non',
    '',
  ],
  ['', '', '', '', 'La personne dit ceci', 'Standard', 'Oui', '101', '3', 'Vu'],
  ['', '', '', '', 'La personne dit cela', 'Standard', 'Oui', '102', 'NC', ''],
  [
    'Chapitre 3',
    'Thème B',
    'Objectif 3.6',
    'Critère 3.6.2',
    'Le circuit tient',
    'Impératif',
    'Oui',
    '201',
    '*',
    '',
  ],
  ['', '', 'Objectif 3.6', 'Critère 3.6.3', 'Le suivi tient', 'Standard', 'Oui', '202', '7', ''],
]

async function imported() {
  const blob = await writeWorkbook([{ name: 'Grille', rows: FILE }])
  const { form, format, notes } = importForm(new Uint8Array(await blob.arrayBuffer()))
  if (!form) throw new Error('the file was not kept')
  return { form, format, notes }
}

test('a grid of the HAS comes from the user’s own file, with its own words', async () => {
  const { form, format } = await imported()
  expect(format).toBe('has')
  expect(form.source.fr).toContain('catégorie FINESS 500')
  expect(form.sections.map(({ title }) => title.fr)).toEqual(['Objectif 1.2', 'Objectif 3.6'])
  expect(allQuestions(form).map((question) => [question.id, question.label.fr])).toEqual([
    ['c1-2-1', 'La personne dit ceci'],
    ['c1-2-1_2', 'La personne dit cela'],
    ['c3-6-2', 'Le circuit tient'],
    ['c3-6-3', 'Le suivi tient'],
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
    ['c1-2-1', '3'],
    ['c1-2-1_2', 'nc'],
    ['c3-6-2', 'star'],
  ])
  expect([...comments]).toEqual([['c1-2-1', 'Vu']])
  expect(notes.all.map(({ code }) => code)).toEqual(['unknown-rating'])
})

test('ratings leave in the columns of the file, from the line where its data began', async () => {
  const { form } = await imported()
  const sheet = formToSynae(form, {
    answers: new Map([
      ['c1-2-1', '4'],
      ['c3-6-2', 'star'],
    ]),
    comments: new Map([['c3-6-2', 'Tracé']]),
  })
  if (!sheet) throw new Error('no columns to write in')
  const [back] = plainSheets(new Uint8Array(await (await writeWorkbook([sheet])).arrayBuffer()))
  expect(back?.name).toBe('Grille')
  expect(back?.rows[2]).toEqual(HEADERS)
  expect(back?.rows.slice(3).map((row) => [row[4], row[8] ?? '', row[9] ?? ''])).toEqual([
    ['La personne dit ceci', '4', 'Vu'],
    ['La personne dit cela', 'NC', ''],
    ['Le circuit tient', '*', 'Tracé'],
    ['Le suivi tient', '7', ''],
  ])
})
