// @vitest-environment node
import { expect, test } from 'vitest'
import { call, ref } from '#domain/form/expr.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { day } from '#domain/shared/day.ts'
import { blankGrid } from '#reports/blank-grid.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'

const print = async (form: Form, place = '') =>
  readPdf(await blankGrid({ form, place, today: day('2026-11-25'), language: 'fr' }, fontsFromDisk))

test('every question of a grid is printed with its code, its answers and the version it belongs to', async () => {
  const { text, pages, outline } = await print(auditMedication, 'Les Acomats')
  for (const { id } of allQuestions(auditMedication)) expect(text).toContain(`${id} `)
  for (const page of pages) {
    expect(page).toContain(`Grille ${auditMedication.code} version ${auditMedication.version}`)
  }
  for (const words of ['Les Acomats', 'Remplie par', 'Constat', 'En partie', 'Non applicable']) {
    expect(text).toContain(words)
  }
  expect(outline).toHaveLength(auditMedication.sections.length)
})

test('a condition is said in words a pen can follow', async () => {
  const form = buildForm([
    buildCriterion('A1'),
    { ...buildCriterion('A2'), relevance: call('=', ref('A1'), 'no') },
    { ...buildCriterion('A3'), relevance: call('>', call('count', ref('A1')), 2) },
  ])
  const { text } = await print(form)
  expect(text).toContain('Seulement si A1 : Non.')
  expect(text).toContain('Selon la réponse à A1.')
})

test('an EPP is a table of files, and a group of rows a table of moments', async () => {
  const epp = { ...buildForm([buildCriterion('A1')]), kind: 'epp' as const }
  expect((await print(epp)).text).toMatch(/Dossier, par numéro local 1 2 3 4 5 6 7 8 9 10 /)
  const group = buildForm([
    {
      id: 'rooms',
      type: 'repeat',
      label: buildText('Chambres'),
      rowTitle: buildText('Chambre'),
      maxRows: 3,
      questions: [buildCriterion('R1')],
    },
  ])
  expect((await print(group)).text).toMatch(/Chambre 1 2 3 R1 /)
})
