import type { Answers } from '../form/form.ts'
import { parseClock } from '../shared/clock.ts'
import { type Day, parseDay } from '../shared/day.ts'
import { type RecordId, recordId, type SiteId, siteId } from '../shared/ids.ts'
import { codeField, type Fields, fieldsBelow, numberField, textField } from '../shared/json.ts'
import { readSendings, type Sending } from './channels/sending.ts'
import { type EventQuestion, questionsOf } from './event-dialogue.ts'

/** Déclaré, trié, en analyse, répondu, clos. */
export const EVENT_STATUSES = ['declared', 'triaged', 'analysis', 'answered', 'closed'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

/** Families of events; nine of them are tiles, by kind of home (`event-tiles.ts`). */
export const EVENT_FAMILIES = [
  'fall',
  'medication',
  'care',
  'violence',
  'absconding',
  'meal',
  'equipment',
  'organisation',
  'self-harm',
  'restraint',
  'intimacy',
  'bullying',
  'transport',
  'other',
] as const
export type EventFamily = (typeof EVENT_FAMILIES)[number]

/** What the person who declares says of the consequence, in plain words; no scale number. */
export const PERCEIVED_GRAVITIES = [
  'near-miss',
  'discomfort',
  'extra-care',
  'serious',
  'life-threatening',
] as const
export type PerceivedGravity = (typeof PERCEIVED_GRAVITIES)[number]

/** Gravité, HAS scale: 1 mineur, 2 significatif, 3 majeur, 4 critique, 5 catastrophique. */
export type Gravity = 1 | 2 | 3 | 4 | 5

/**
 * An adverse event (EI) as the home reads it. The declarant's name is never here. Fields of its
 * record: `reference`, `unit`, `occurredOn`, `occurredAt` (absent when anonymous), `declaredOn`,
 * `identity`, `form`, `formVersion`, `answers.<question>` (`family`, `gravity`, `details`,
 * `facts`, `measures`), `status`, `gravity` and `frequency` (set by the triage), `discoveredOn`,
 * `discoveredAt` (when the home knew), `routing.<question>` (who must be told), `sendings.<id>` (the
 * proofs), `notice.<code>` (what the authority reads), `duplicateOf`, `answer`, `answeredOn` (day of
 * the first answer), `changed` (what changed, told to the author and, without a name, to the unit),
 * `questions.<id>` (put to the author: `event-dialogue.ts`), `closedOn`.
 */
export interface AdverseEvent {
  readonly id: RecordId
  readonly site: SiteId
  readonly reference: string
  readonly unit: string
  readonly occurredOn: Day | undefined
  readonly occurredAt: string
  readonly declaredOn: Day | undefined
  readonly identity: 'anonymous' | 'confidential' | 'nominative'
  readonly form: string
  readonly formVersion: number
  readonly answers: Answers
  readonly family: EventFamily
  readonly perceivedGravity: PerceivedGravity
  /** Settled by the triage; undefined before. */
  readonly gravity: Gravity | undefined
  readonly frequency: number | undefined
  readonly status: EventStatus
  readonly discoveredOn: Day | undefined
  readonly discoveredAt: string
  /** Answers to the routing questions (`channels/routing-questions.ts`). */
  readonly routing: Answers
  /** What was sent to the authorities, the earliest first. */
  readonly sendings: readonly Sending[]
  /** Another event that tells the same facts; empty for most. */
  readonly duplicateOf: string
  readonly answer: string
  readonly answeredOn: Day | undefined
  readonly changed: string
  readonly questions: readonly EventQuestion[]
  readonly closedOn: Day | undefined
}

export function readAdverseEvent(id: string, site: string, fields: Fields): AdverseEvent {
  return {
    id: recordId(id),
    site: siteId(site),
    reference: textField(fields, 'reference'),
    unit: textField(fields, 'unit'),
    occurredOn: parseDay(textField(fields, 'occurredOn')),
    occurredAt: textField(fields, 'occurredAt'),
    declaredOn: parseDay(textField(fields, 'declaredOn')),
    identity: codeField(
      fields,
      'identity',
      ['anonymous', 'confidential', 'nominative'],
      'anonymous',
    ),
    form: textField(fields, 'form'),
    formVersion: numberField(fields, 'formVersion') ?? 1,
    answers: fieldsBelow(fields, 'answers.'),
    family: codeField(fields, 'answers.family', EVENT_FAMILIES, 'other'),
    perceivedGravity: codeField(fields, 'answers.gravity', PERCEIVED_GRAVITIES, 'discomfort'),
    gravity: readGravity(numberField(fields, 'gravity')),
    frequency: numberField(fields, 'frequency'),
    status: codeField(fields, 'status', EVENT_STATUSES, 'declared'),
    discoveredOn: parseDay(textField(fields, 'discoveredOn')),
    discoveredAt: parseClock(textField(fields, 'discoveredAt')) ?? '',
    routing: fieldsBelow(fields, 'routing.'),
    sendings: readSendings(fields),
    duplicateOf: textField(fields, 'duplicateOf'),
    answer: textField(fields, 'answer'),
    answeredOn: parseDay(textField(fields, 'answeredOn')),
    changed: textField(fields, 'changed'),
    questions: questionsOf(fields),
    closedOn: parseDay(textField(fields, 'closedOn')),
  }
}

function readGravity(value: number | undefined): Gravity | undefined {
  return value === 1 || value === 2 || value === 3 || value === 4 || value === 5 ? value : undefined
}

/**
 * The HAS level proposed before the triage from the declarant's words (R-EI-2, our reading, to be
 * verified): avoided or discomfort 1, extra care 3, serious 4, life in danger or death 5.
 */
const PROPOSED: Record<PerceivedGravity, Gravity> = {
  'near-miss': 1,
  discomfort: 1,
  'extra-care': 3,
  serious: 4,
  'life-threatening': 5,
}

/** The gravity to show: the one settled, else the one proposed. */
export function gravityOf(event: Pick<AdverseEvent, 'gravity' | 'perceivedGravity'>): Gravity {
  return event.gravity ?? PROPOSED[event.perceivedGravity]
}

export function isOpenEvent(status: EventStatus): boolean {
  return status !== 'closed'
}
