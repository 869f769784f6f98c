// @vitest-environment node
import { expect, test } from 'vitest'
import { readAction } from '#domain/action-plan/action.ts'
import { day } from '#domain/shared/day.ts'
import { type TeamPageInput, teamPage } from '#reports/team-page.ts'
import { wallPage } from '#reports/wall-page.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, buildFilling, buildForm, SITE } from './samples.ts'

const form = buildForm(4)
const filling = buildFilling(form, 'yes', { 'answers.A2': 'no', 'answers.B3': 'partial' })

function input(given: Partial<TeamPageInput> = {}): TeamPageInput {
  return {
    site: SITE,
    form,
    filling,
    answered: [filling.answers],
    actions: [],
    people: ['Line Desravins'],
    today: day('2026-11-24'),
    language: 'fr',
    ...given,
  }
}

const print = (given: Partial<TeamPageInput> = {}) =>
  wallPage({ ...teamPage(input(given)), today: day('2026-11-24'), language: 'fr' }, fontsFromDisk)

test('the page of the team says what is good, what to do, by which function and by when', async () => {
  const actions = [buildAction({ sourceRecord: filling.id })]
  const { pages, text } = await readPdf(await print({ actions }))
  expect(pages).toHaveLength(1)
  for (const words of [
    '10 réponses conformes sur 12.',
    'Ce qui va bien',
    'À reprendre',
    'Refaire photos et étiquettes : IDE coordinatrice, avant le 15 décembre 2026.',
    'entre mai 2027 et novembre 2027',
  ]) {
    expect(text).toContain(words)
  }
})

test('nobody is named on it: not who audited, not a pilot, not in the title of an action', async () => {
  const actions = [
    buildAction({ sourceRecord: filling.id, pilot: 'Line' }),
    readAction('action-2', SITE.id, {
      title: 'Recadrer Mme Petit',
      sourceRecord: filling.id,
      pilot: 'IDE',
    }),
  ]
  const { text } = await readPdf(await print({ actions }))
  expect(text).not.toMatch(/Line|Desravins|Petit|Chargée de mission|pharmacienne/)
  expect(text).toContain('Refaire photos et étiquettes : fonction à désigner')
  expect(text).toContain('dont l’intitulé cite une personne : IDE, sans échéance.')
})

test('it stays on one sheet when everything is long', async () => {
  const long = 'Vérifier chaque jour la concordance entre la prescription et le pilulier. '.repeat(
    3,
  )
  const actions = Array.from({ length: 9 }, (_, index) =>
    readAction(`action-${index}`, SITE.id, { title: long, sourceRecord: filling.id, pilot: 'IDE' }),
  )
  const { pages, text } = await readPdf(await print({ actions }))
  expect(pages).toHaveLength(1)
  expect(text).toContain('Et 4 autres actions au plan d’actions.')
})
