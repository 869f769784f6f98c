// @vitest-environment node
import { expect, test } from 'vitest'
import { day } from '#domain/shared/day.ts'
import { readSite } from '#domain/site/site.ts'
import { readVisit } from '#domain/site/visit.ts'
import { type RoundSite, roundSummary } from '#reports/round-summary.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, buildFilling, buildForm } from './samples.ts'

function buildRoundSite(name: string, given: Partial<RoundSite> = {}): RoundSite {
  const site = readSite(name, { name, kind: 'ehpad', commune: 'Le Gosier', places: 40 })
  const visits = [readVisit('visit', site.id, { day: '2026-11-24', status: 'done' })]
  return { site, visits, fillings: [], actions: [], ...given }
}

async function read(sites: readonly RoundSite[]) {
  const blob = await roundSummary(
    {
      dispositif: 'Dispositif qualité mutualisé du Nord Grande-Terre',
      officerName: 'Chargée de mission',
      from: day('2026-11-24'),
      to: day('2026-11-26'),
      sites,
      today: day('2026-11-26'),
      language: 'fr',
    },
    fontsFromDisk,
  )
  return readPdf(blob)
}

test('a round over four homes holds on one page, even with many late actions', async () => {
  const late = Array.from({ length: 12 }, () => buildAction({ dueOn: '2026-10-01' }))
  const form = buildForm(10)
  const filling = buildFilling(form, 'yes')
  const fillings = Array.from({ length: 5 }, () => ({ form, filling }))
  const names = ['Les Acomats', 'Ravine-Claire', 'Bel-Étang', 'Morne-Doré']
  const { pages, text } = await read(
    names.map((name) =>
      buildRoundSite(name, { actions: late, fillings, events: { open: 3, grave: 1 } }),
    ),
  )
  expect(pages).toHaveLength(1)
  for (const name of names) expect(text).toContain(`EHPAD ${name}`)
  expect(text).toContain('4 visites dans 4 établissements')
  expect(text).toContain('48 actions sont en retard, 12 événements sont ouverts.')
  expect(text).toContain('Circuit du médicament : 100 % (30 sur 30)')
  expect(text).toContain('et 44 autres actions en retard.')
})

test('a home that does not share its events says so and counts none', async () => {
  const { text } = await read([buildRoundSite('Les Acomats')])
  expect(text).toContain('Non partagés')
  expect(text).toContain('Aucune action en retard, aucun événement ouvert.')
})

test('an unfinished audit is told as incomplete', async () => {
  const form = buildForm(4)
  const filling = buildFilling(form, 'yes', { 'answers.A1': null })
  const { text } = await read([buildRoundSite('Les Acomats', { fillings: [{ form, filling }] })])
  expect(text).toContain('incomplet, 11 sur 12')
})
