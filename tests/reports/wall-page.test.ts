// @vitest-environment node
import { expect, test } from 'vitest'
import { day } from '#domain/shared/day.ts'
import { wallPage } from '#reports/wall-page.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'

const WORDS = {
  title: 'Vous avez dit, nous avons fait',
  place: 'Les Acomats, Alamanda',
  period: 'Du 24 août au 24 novembre 2026',
  thanks: 'Vous avez déclaré 14 événements. Merci.',
  next: 'Continuez à dire.',
  note: 'Sans nom.',
  today: day('2026-11-24'),
  language: 'fr',
} as const

test('the page of a unit is one A4 sheet that says what was said and what changed', async () => {
  const parts = [
    {
      title: 'Chute : vous l’avez dit 9 fois',
      lines: ['Veilleuses posées.', 'Sonnettes vérifiées.'],
    },
    { title: 'Et aussi', lines: ['Un groupe de parole chaque mois.'] },
  ]
  const { pages, text } = await readPdf(await wallPage({ ...WORDS, parts }, fontsFromDisk))
  expect(pages).toHaveLength(1)
  for (const words of [
    'Vous avez dit',
    '14',
    'Veilleuses posées',
    'groupe de parole',
    'Sans nom',
  ]) {
    expect(text).toContain(words)
  }
})
