// @vitest-environment node
import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { eventSheet } from '#reports/event-sheet.ts'
import { fontsFromDisk, readPdf } from './read-pdf.ts'
import { buildAction, SITE } from './samples.ts'

function buildEvent(fields: Fields = {}) {
  return readAdverseEvent('event-00112233', SITE.id, {
    reference: 'EI-2026-041',
    unit: 'a',
    occurredOn: '2026-11-20',
    occurredAt: '14:20',
    declaredOn: '2026-11-20',
    identity: 'confidential',
    form: 'declare-event',
    formVersion: 1,
    'answers.family': 'fall',
    'answers.gravity': 'extra-care',
    'answers.details': ['fall-wet-floor'],
    'answers.facts': 'Le sol venait d’être lavé : la personne a glissé.',
    'answers.measures': ['cared'],
    status: 'answered',
    answer: 'Un panneau est posé pendant le lavage.',
    ...fields,
  })
}

async function read(fields: Fields = {}) {
  const event = buildEvent(fields)
  const actions = [
    buildAction({ sourceRecord: event.id, source: 'adverse-event' }),
    buildAction({ sourceRecord: 'another', title: 'Sans rapport' }),
  ]
  const input = { site: SITE, event, actions, today: day('2026-11-26'), language: 'fr' as const }
  return readPdf(await eventSheet(input, fontsFromDisk))
}

test('the sheet of an event holds on one page: facts, gravity, measures, answer, its actions', async () => {
  const { pages, text } = await read()
  expect(pages).toHaveLength(1)
  expect(text).toContain('Chute')
  expect(text).toContain('Gommier')
  expect(text).toContain('Gravité 3, Majeur, proposée')
  expect(text).toContain('Le sol venait d’être lavé : la personne a glissé.')
  expect(text).toContain('Sol mouillé')
  expect(text).toContain('Soins donnés')
  expect(text).toContain('Un panneau est posé pendant le lavage.')
  expect(text).toContain('Refaire photos et étiquettes')
  expect(text).not.toContain('Sans rapport')
})

test('the gravity settled by the triage replaces the one proposed', async () => {
  const { text } = await read({ gravity: 2 })
  expect(text).toContain('Gravité 2, Significatif, fixée au tri')
})

test('an anonymous declaration shows its day and no hour', async () => {
  const { text } = await read({ identity: 'anonymous', occurredAt: null })
  expect(text).toContain('Déclaration anonyme')
  expect(text).not.toContain('14:20')
})

test('a name filed among the fields of an event is not printed', async () => {
  const { text } = await read({ declarant: 'Awa Nirelle', name: 'Awa Nirelle' })
  expect(text).not.toContain('Nirelle')
})
