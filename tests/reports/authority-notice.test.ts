// @vitest-environment node
import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { readAnalysis } from '#domain/adverse-event/analysis/analysis.ts'
import { readNotice } from '#domain/adverse-event/notice.ts'
import { day } from '#domain/shared/day.ts'
import { authorityNotice } from '#reports/authority-notice.ts'
import type { NoticeKind } from '#reports/notice-texts.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, SITE } from './samples.ts'

const FIELDS = {
  reference: 'EI-2026-041',
  occurredOn: '2026-11-22',
  occurredAt: '20:45',
  discoveredOn: '2026-11-23',
  discoveredAt: '04:05',
  declaredOn: '2026-11-23',
  identity: 'confidential',
  'answers.family': 'medication',
  'answers.gravity': 'serious',
  'routing.categories': ['D04'],
  'notice.nature': 'Le pilulier de M. Rosier a été donné à Mme Bellance, chambre 12.',
  'notice.victims': 'Une personne.',
  'sendings.s1': {
    channel: 'l331',
    step: 'alert',
    on: '2026-11-23',
    at: '04:40',
    how: 'phone',
    by: 'Directrice, Mme Desravins',
    reference: 'ARS-77',
  },
  name: 'Awa Nirelle',
}

async function read(kind: NoticeKind) {
  const event = readAdverseEvent('event-1', SITE.id, FIELDS)
  const actions = [
    buildAction({ sourceRecord: event.id, title: 'Revoir la distribution avec Mme Bellance' }),
  ]
  const notice = readNotice(FIELDS, { measures: 'SAMU appelé.' })
  const analysis = readAnalysis('a1', SITE.id, {
    event: event.id,
    'causes.c1': { words: 'Mme Bellance et M. Rosier ont des piluliers voisins', group: 'task' },
    'decisions.d1': { words: 'Photo sur chaque pilulier', evaluateOn: '2027-02-20' },
    lesson: 'Vérifier la photo avant la prise.',
  })
  const input = { kind, site: SITE, event, notice, analysis, actions, today: day('2026-11-24') }
  return readPdf(await authorityNotice({ ...input, language: 'fr' }, fontsFromDisk))
}

test('the notice of a grave dysfunction holds the minimum content of the decree', async () => {
  const { text } = await read('l331')
  expect(text).toContain('L.331-8-1')
  expect(text).toContain('22 novembre 2026 à 20:45')
  expect(text).toContain('23 novembre 2026 à 04:05')
  expect(text).toContain('D04')
  expect(text).toContain('Le pilulier de […] a été donné à […], […].')
  expect(text).toContain('Une personne.')
  expect(text).toContain('SAMU appelé.')
  expect(text).toContain('Retentissement médiatique À compléter.')
  expect(text).toContain('L331, 23 novembre 2026 à 04:40, Directrice, […], ARS-77')
  expect(text).toContain('Revoir la distribution avec […]')
})

test.each(['l331', 'eigs-part1', 'eigs-part2'] as const)(
  'the document %s bears no name, typed or filed, nor a room',
  async (kind) => {
    const { text } = await read(kind)
    for (const name of ['Rosier', 'Bellance', 'Desravins', 'Nirelle', 'chambre 12'])
      expect(text).not.toContain(name)
  },
)

test('the two parts of an EIGS say their text and their delay', async () => {
  expect((await read('eigs-part1')).text).toContain('R.1413-67')
  const { text } = await read('eigs-part2')
  expect(text).toContain('dans les trois mois')
  expect(text).toContain('Les tâches : […] et […] ont des piluliers voisins')
  expect(text).toContain('Photo sur chaque pilulier, à évaluer le 20 février 2027')
  expect(text).toContain('Vérifier la photo avant la prise.')
})
