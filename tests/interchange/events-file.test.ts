import { expect, test } from 'vitest'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readCsv } from '#interchange/answers/french-csv.ts'
import { eventsFile } from '#interchange/events/events-file.ts'
import { plainSheets } from './independent-xlsx.ts'

const SIGNED: Fields = {
  reference: '2026-014',
  declaredOn: '2026-03-12',
  occurredOn: '2026-03-11',
  occurredAt: '21:40',
  identity: 'confidential',
  unit: 'alamanda',
  'answers.family': 'fall',
  'answers.gravity': 'serious',
  'answers.facts': 'Récit que nul ne doit emporter, Mme Durand chambre 12.',
  status: 'triaged',
  frequency: 2,
}
const ANONYMOUS: Fields = { ...SIGNED, reference: '2026-015', identity: 'anonymous' }
/** What of an anonymous declaration could be matched with a rota, and any account. */
const NEVER = /Durand|chambre|Récit|2026-015|alamanda-2/

const placed = (id: string, fields: Fields) => ({
  event: readAdverseEvent(id, 'home-1', fields),
  home: 'Les Acomats',
  unit: 'Alamanda',
})
const ROWS = [
  placed('e-anon-2', { ...ANONYMOUS, 'answers.family': 'medication' }),
  placed('e-anon-1', ANONYMOUS),
  placed('e-signed', SIGNED),
]
const IN_FRENCH = { language: 'fr', place: 'Les Acomats' } as const

const HEAD =
  'Établissement;Référence;Mois;Survenu le;Heure;Unité;Famille;Gravité;Fréquence;Évité de justesse;Doublon;État;Déclaration'

test('a CSV keeps the day, hour and place of a signed event, and the month alone of an anonymous one', async () => {
  const { blob, name } = await eventsFile('csv', ROWS, IN_FRENCH)
  const text = await blob.text()
  expect(name).toBe('Evenements-Les-Acomats.csv')
  expect(text.replace(/^\uFEFF/, '').split('\r\n')[0]).toBe(HEAD)
  const [, signed, ...others] = readCsv(text)
  expect(signed?.slice(0, 7)).toEqual([
    'Les Acomats',
    '2026-014',
    '2026-03',
    '11/03/2026',
    '21:40',
    'Alamanda',
    'Chute',
  ])
  expect(others.map((row) => row.slice(1))).toEqual([
    ['', '2026-03', '', '', '', 'Chute', '4', '', 'non', 'non', '', 'anonyme'],
    ['', '2026-03', '', '', '', 'Médicament', '4', '', 'non', 'non', '', 'anonyme'],
  ])
  expect(text).not.toMatch(NEVER)
})

test('the order of the anonymous ones is that of what they say, whatever order they came in', async () => {
  const texts = await Promise.all(
    [ROWS, ROWS.toReversed()].map(async (rows) =>
      (await eventsFile('csv', rows, IN_FRENCH)).blob.text(),
    ),
  )
  expect(texts[0]).toBe(texts[1])
})

test('a workbook reads back with real days and the same cells', async () => {
  const { blob } = await eventsFile('xlsx', ROWS, IN_FRENCH)
  const [sheet] = plainSheets(new Uint8Array(await blob.arrayBuffer()))
  expect(sheet?.rows).toHaveLength(4)
  expect(sheet?.rows[1]).toContain('2026-014')
  expect(JSON.stringify(sheet)).not.toMatch(NEVER)
})

test('a FHIR bundle has one AdverseEvent each; an anonymous one has its month and an id of nobody', async () => {
  const { blob } = await eventsFile('fhir', ROWS, IN_FRENCH)
  const text = await blob.text()
  const { resourceType, type, entry } = JSON.parse(text)
  expect([resourceType, type, entry.length]).toEqual(['Bundle', 'collection', 3])
  const byReference = (reference: string | undefined) =>
    entry
      .map(({ resource }: { resource: Record<string, unknown> }) => resource)
      .filter(
        ({ identifier }: { identifier?: { value?: string } }) => identifier?.value === reference,
      )
  expect(byReference('2026-014')).toMatchObject([
    { resourceType: 'AdverseEvent', actuality: 'actual', date: '2026-03-11' },
  ])
  for (const resource of byReference(undefined)) {
    expect(resource).toMatchObject({ date: '2026-03', recordedDate: '2026-03' })
  }
  for (const id of ['e-anon-1', 'e-anon-2']) expect(text).not.toContain(id)
  expect(text).not.toMatch(NEVER)
})

test('a duplicate is marked in the table, and is no resource that another system would count', async () => {
  const twice = [...ROWS, placed('e-twice', { ...SIGNED, duplicateOf: 'e-signed' })]
  const csv = await eventsFile('csv', twice, IN_FRENCH)
  expect(readCsv(await csv.blob.text()).map((row) => row[10])).toContain('oui')
  const { blob } = await eventsFile('fhir', twice, IN_FRENCH)
  expect(JSON.parse(await blob.text()).entry).toHaveLength(3)
})
