// @vitest-environment node
import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { readAnalysis } from '#domain/adverse-event/analysis/analysis.ts'
import { day } from '#domain/shared/day.ts'
import { analysisReport } from '#reports/analysis-report.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, SITE } from './samples.ts'

async function read(kind: 'minutes' | 'lesson') {
  const event = readAdverseEvent('e1', SITE.id, {
    reference: 'EI-2026-BCDFG',
    occurredOn: '2026-11-22',
    'answers.family': 'medication',
    gravity: 4,
  })
  const analysis = readAnalysis('a1', SITE.id, {
    event: 'e1',
    instance: 'crex',
    heldOn: '2026-11-30',
    reason: 'Deux erreurs d’identité en un an.',
    'participants.p1': { words: 'Infirmière', count: 2 },
    'facts.f1': {
      words: 'Pilulier de M. Rosier donné à Mme Bellance',
      on: '2026-11-22',
      at: '20:45',
    },
    'gaps.g1': { words: 'Photo non regardée' },
    'causes.c1': { words: 'Une seule personne pour deux unités', group: 'environment' },
    'whys.1': 'Les piluliers sont voisins',
    'barriers.b1': { words: 'Photo sur le pilulier', kind: 'prevention', worked: false },
    'decisions.d1': { words: 'Ranger les piluliers par chambre', evaluateOn: '2027-02-20' },
    title: 'Une photo ne suffit pas',
    lesson: 'Dire le nom à voix haute avant la prise.',
  })
  const actions = [buildAction({ sourceRecord: 'e1', title: 'Ranger les piluliers' })]
  const input = { kind, analysis, event, site: SITE, actions, today: day('2026-12-01') }
  return readPdf(await analysisReport({ ...input, language: 'fr' }, fontsFromDisk))
}

test('the minutes say who sat by function, the event chosen, its causes and what was decided', async () => {
  const { text } = await read('minutes')
  for (const words of [
    'CREX',
    '30 novembre 2026',
    '2 × Infirmière',
    'Deux erreurs d’identité en un an.',
    '22 novembre 2026, 20:45, Pilulier de […] donné à […]',
    'L’environnement de travail : Une seule personne pour deux unités',
    'Photo sur le pilulier (prévenir) : n’a pas tenu',
    'Ranger les piluliers par chambre, à évaluer le 20 février 2027',
    'Ranger les piluliers',
    'Dire le nom à voix haute avant la prise.',
  ])
    expect(text).toContain(words)
})

test('the lesson names neither a person, nor the home, nor the day, nor the event', async () => {
  const { text } = await read('lesson')
  expect(text).toContain('Une photo ne suffit pas')
  expect(text).toContain('Dire le nom à voix haute avant la prise.')
  for (const words of ['Rosier', 'Bellance', SITE.name, 'novembre', 'BCDFG']) {
    expect(text).not.toContain(words)
  }
})
