import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { allQuestions } from '#domain/form/form.ts'
import { elementScores } from '#domain/has/element-scores.ts'
import { formToSynae } from '#interchange/has/form-to-synae.ts'
import { hasAnswers } from '#interchange/has/has-grid-to-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { type CellOut, writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE, HAS_HEADERS } from './has-file.ts'
import { plainSheets, typedCells } from './independent-xlsx.ts'

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

test('numbers, shares, days and yes or no of the file stay what they were; ratings are numbers where they were', async () => {
  const [title = [], finess = [], , , ...elements] = HAS_FILE
  const [first = [], second = [], , last = []] = elements
  const numbers = (line: readonly string[], rating: CellOut): readonly CellOut[] => [
    ...line.slice(0, 7),
    Number(line[7]),
    rating,
    '',
    { value: 0.125, format: '0.0%' },
    { value: 46_092.5, format: 'dd/mm/yyyy hh:mm' },
    { value: true, format: undefined },
    '007',
  ]
  const made = await writeWorkbook([
    {
      name: 'Grille',
      rows: [
        [...title, { value: 46_000, format: 'dd/mm/yyyy' }],
        finess,
        [...HAS_HEADERS, 'Part', 'Vu le', 'Suivi', 'Code'],
        numbers(
          ['Chapitre 1', 'Thématique 2', 'Objectif 1.2', 'Critère 1.2.1', ...first.slice(4)],
          3,
        ),
        numbers(second, 'NC'),
        numbers(['Chapitre 3', 'Santé', ...last.slice(2)], null),
      ],
    },
  ])
  const original = new Uint8Array(await made.arrayBuffer())
  const { form } = importForm(original)
  if (!form) throw new Error('the file was not kept')
  const leave = async (answers: readonly (readonly [string, string])[]) => {
    const sheets = formToSynae(form, { answers: new Map(answers), comments: new Map() })
    return new Uint8Array(await (await writeWorkbook(sheets)).arrayBuffer())
  }
  const wanted = typedCells(original)
  expect(wanted).toMatchObject({
    B1: 'n 46000 dd/mm/yyyy',
    H4: 'n 101',
    I4: 'n 3',
    K4: 'n 0.125 0.0%',
    L4: 'n 46092.5 dd/mm/yyyy hh:mm',
    M4: 'b 1',
  })
  expect(typedCells(await leave([]))).toEqual(wanted)
  const rated = await leave([
    ['1-2-1-1', 'nc'],
    ['3-6-3-1', '2'],
  ])
  const { I4: _, ...others } = wanted
  expect(typedCells(rated)).toEqual({ ...others, I6: 'n 2' })
  expect(plainSheets(rated)[0]?.rows[3]?.[8]).toBe('NC')
  expect(plainSheets(rated)[0]?.rows[3]?.[13]).toBe('007')
})

test('a workbook that counts its days from 1904, in a format of Excel’s own, keeps the day', async () => {
  const blob = await writeWorkbook([
    { name: 'Grille', rows: HAS_FILE.map((row, at) => (at === 4 ? [...row, 45_000] : row)) },
  ])
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const change = (path: string, from: RegExp, to: string) => {
    const text = strFromU8(files[path] ?? new Uint8Array())
    expect(text).toMatch(from)
    files[path] = strToU8(text.replace(from, to))
  }
  change('xl/workbook.xml', /<workbookPr/, '<workbookPr date1904="1"')
  change('xl/styles.xml', /<\/cellXfs>/, '<xf numFmtId="14"/></cellXfs>')
  const styles = strFromU8(files['xl/styles.xml'] ?? new Uint8Array())
  const last = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf\b/g)].length - 1
  change('xl/worksheets/sheet1.xml', /<c r="K5"[^>]*>/, `<c r="K5" s="${last}">`)
  const { form } = importForm(zipSync(files))
  if (!form) throw new Error('the file was not kept')
  const out = await writeWorkbook(formToSynae(form, { answers: new Map(), comments: new Map() }))
  expect(typedCells(new Uint8Array(await out.arrayBuffer()))).toEqual({
    K5: 'n 46462 dd/mm/yyyy',
  })
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
