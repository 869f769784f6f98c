import { expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import { allQuestions } from '#domain/form/form.ts'
import { readForm } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { exportFile } from '#interchange/export-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { lossReport } from '#interchange/loss-report.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { xlsformMeaning } from './independent-xlsform.ts'
import { plainSheets } from './independent-xlsx.ts'
import { sampleSheets } from './read-sample.ts'

async function sampleWorkbook(name: string): Promise<Uint8Array> {
  return bytesOf(await writeWorkbook(sampleSheets(name)))
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}

async function exported(bytes: Uint8Array) {
  const { form, notes } = importForm(bytes)
  if (!form) throw new Error('nothing was kept')
  return { form, bytes: await bytesOf(await exportFile(form, 'xlsform', notes)) }
}

test.each([
  'pyxform-widgets.csv',
  'pyxform-group.csv',
  'pyxform-specify-other.csv',
  'pyxform-text-and-integer.csv',
  'pyxform-yes-or-no.csv',
  'household.csv',
  'water-point.csv',
])('%s leaves and comes back with the meaning it had', async (name) => {
  const original = xlsformMeaning(sampleSheets(name))
  const once = await exported(await sampleWorkbook(name))
  const twice = await exported(once.bytes)
  expect(checkForm(once.form)).toEqual([])
  expect(readForm(once.form as unknown as Json).ok).toBe(true)
  expect(original.questions.length).toBeGreaterThan(0)
  const back = xlsformMeaning(plainSheets(once.bytes))
  expect(back.questions).toEqual(original.questions)
  if (original.title !== '') expect(back.title).toBe(original.title)
  expect(xlsformMeaning(plainSheets(twice.bytes))).toEqual(back)
  expect(twice.form.sections).toEqual(once.form.sections)
})

test('a form with errors is kept, and each error told with its sheet and row', async () => {
  const { form, notes } = importForm(await sampleWorkbook('with-errors.csv'))
  const report = lossReport(form, notes, { from: 'xlsform', to: 'escale' })
  const ids = form ? allQuestions(form).map(({ id }) => id) : []
  expect(ids).toEqual([
    'a',
    'b',
    'c',
    'a_2',
    'ligne_6',
    'd',
    'e',
    'f',
    'g',
    'h',
    'k',
    'ete_1',
    'x',
    'y',
  ])
  expect(report.notes.map(({ code, where }) => `${code} ${where}`)).toEqual(
    expect.arrayContaining([
      'misspelt-type feuille survey, ligne 3, colonne type',
      'no-list feuille survey, ligne 4, colonne type',
      'duplicate-name feuille survey, ligne 5, colonne name',
      'no-name feuille survey, ligne 6, colonne name',
      'no-type feuille survey, ligne 7, colonne type',
      'expression-unread feuille survey, ligne 8, colonne relevant',
      'expression-unread feuille survey, ligne 9, colonne relevant',
      'expression-unread feuille survey, ligne 10, colonne calculation',
      'expression-unread feuille survey, ligne 11, colonne constraint',
      'unknown-type feuille survey, ligne 12, colonne type',
      'end-without-begin feuille survey, ligne 13, colonne type',
      'duplicate-choice feuille choices, ligne 3, colonne name',
      'choice-without-code feuille choices, ligne 4, colonne name',
      'group-not-closed feuille survey, ligne 15',
      'form-fault ',
    ]),
  )
  for (const { fr, en } of report.notes) expect(`${fr} ${en}`).not.toMatch(/\{\w+\}|undefined/)
})
