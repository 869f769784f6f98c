import { type AdverseEvent, gravityOf } from '#domain/adverse-event/adverse-event.ts'
import { EVENT_STATUS_TEXTS, FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { setAsideEvents } from '#domain/adverse-event/set-aside.ts'
import { monthOf } from '#domain/shared/day.ts'
import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import type { Table, TableCell } from '../answers/french-csv.ts'

/** An event with the words of its place. */
export interface PlacedEvent {
  readonly event: AdverseEvent
  readonly home: string
  readonly unit: string
}

const COLUMNS: readonly Text[] = [
  { fr: 'Établissement', en: 'Home' },
  { fr: 'Référence', en: 'Reference' },
  { fr: 'Mois', en: 'Month' },
  { fr: 'Survenu le', en: 'Happened on' },
  { fr: 'Heure', en: 'Hour' },
  { fr: 'Unité', en: 'Unit' },
  { fr: 'Famille', en: 'Family' },
  { fr: 'Gravité', en: 'Severity' },
  { fr: 'Fréquence', en: 'Frequency' },
  { fr: 'Évité de justesse', en: 'Narrowly avoided' },
  { fr: 'Doublon', en: 'Duplicate' },
  { fr: 'État', en: 'State' },
  { fr: 'Déclaration', en: 'Report' },
]

const IDENTITIES: Record<AdverseEvent['identity'], Text> = {
  anonymous: { fr: 'anonyme', en: 'anonymous' },
  confidential: { fr: 'confidentielle', en: 'confidential' },
  nominative: { fr: 'nominative', en: 'named' },
}
const YES: Text = { fr: 'oui', en: 'yes' }
const NO: Text = { fr: 'non', en: 'no' }

/**
 * One line an event for a spreadsheet, titles first: codes, days and words of lists, no account, no
 * declarant (R-EI-42; security page D5). Of an anonymous declaration the line keeps the home, the
 * month, the family, the gravity and whether it was avoided or told twice: neither day, nor unit, nor
 * reference, which could be matched with a rota, nor its state, for the oldest are closed first. Its lines come last, in the order of what they still say: their rank tells nothing.
 */
export function eventTable(rows: readonly PlacedEvent[], language: Language): Table {
  const words = (text: Text) => textIn(text, language)
  const aside = setAsideEvents(rows.map(({ event }) => event))
  const lines = rows.map(({ event, home, unit }) => {
    const hidden = event.identity === 'anonymous'
    const on = event.occurredOn ?? event.declaredOn
    const cells: readonly TableCell[] = [
      home,
      hidden ? null : event.reference,
      on ? monthOf(on) : null,
      hidden || !on ? null : { day: on },
      hidden ? null : event.occurredAt || null,
      hidden ? null : unit || null,
      words(FAMILY_TEXTS[event.family]),
      gravityOf(event),
      hidden ? null : (event.frequency ?? null),
      words(event.perceivedGravity === 'near-miss' ? YES : NO),
      words(aside.has(event.id) ? YES : NO),
      hidden ? null : words(EVENT_STATUS_TEXTS[event.status]),
      words(IDENTITIES[event.identity]),
    ]
    return { hidden, key: hidden ? JSON.stringify(cells) : `${on ?? ''} ${event.reference}`, cells }
  })
  lines.sort((a, b) => Number(a.hidden) - Number(b.hidden) || compare(a.key, b.key))
  return [COLUMNS.map(words), ...lines.map(({ cells }) => cells)]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
