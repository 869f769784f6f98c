/* What both sides of the bench hold: the same records, written through the store's own code. */
import { randomBytes } from 'node:crypto'
import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { addDays, day } from '#domain/shared/day.ts'
import {
  deviceId,
  dispositifId,
  type PersonId,
  personId,
  type RecordId,
  type SiteId,
  siteId,
} from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { hashBearer } from '#sync-server/access/bearer.ts'
import { CARE_STORIES } from '#sync-server/demo/care-stories.ts'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { createDispositif } from '#sync-server/setup/create-dispositif.ts'
import type { Store } from '#sync-server/store/store.ts'
import { authorBatch } from '#sync-server/sync/author-batch.ts'
import type { AuthoredWrite } from '#sync-server/sync/authored-write.ts'

const DISPOSITIF = dispositifId('be0c0000-0000-4000-8000-000000000001')
const OFFICER = personId('be0c0000-0000-4000-8000-000000000201')
const LEAD = personId('be0c0000-0000-4000-8000-000000000202')
export const HOMES: readonly SiteId[] = [1, 2, 3, 4, 5].map((n) =>
  siteId(`be0c0000-0000-4000-8000-00000000010${n}`),
)
const BEGUN = Date.parse('2025-01-06T08:00:00Z')
const DAYS = 395
const WRITES_AT_ONCE = 2_000

export interface BenchDevice {
  readonly device: string
  readonly token: string
}

export interface Seeded {
  readonly dispositif: string
  readonly lead: PersonId
  /** The tablet that is measured; another that writes from elsewhere; many for the load. */
  readonly tablet: BenchDevice
  readonly elsewhere: BenchDevice
  readonly crowd: readonly BenchDevice[]
}

/**
 * Fills an empty store until a quality lead of five homes reads about `count` records: events, actions,
 * audits, and the figure the server draws from each, which counts as one. Always the same.
 */
export async function seedRecords(store: Store, count: number): Promise<Seeded> {
  const unit = { id: 'flamboyant', name: 'Flamboyant' }
  await createDispositif(store, {
    id: DISPOSITIF,
    name: 'Cinq maisons',
    timeZone: 'America/Guadeloupe',
    startedOn: day('2025-01-06'),
    sites: HOMES.map((id, index) => ({
      id,
      name: `Maison ${index + 1}`,
      kind: 'ehpad',
      commune: 'Les Abymes',
      places: 84,
      units: [unit],
      sharesEvents: true,
    })),
    people: [
      { id: OFFICER, name: 'Camille Nérée', role: 'officer', sites: HOMES },
      { id: LEAD, name: 'Dominique Sainte-Rose', role: 'quality-lead', sites: HOMES },
    ],
    at: BEGUN,
  })
  const dice = createDice(count)
  const writes = Array.from({ length: Math.ceil(count / 2) }, () => story(dice))
    .flat()
    .sort((a, b) => a.at - b.at)
  for (let from = 0; from < writes.length; from += WRITES_AT_ONCE) {
    const part = writes.slice(from, from + WRITES_AT_ONCE)
    await store.write((session) =>
      authorBatch(session, { dispositif: DISPOSITIF, person: OFFICER }, part),
    )
  }
  const crowd = []
  for (let n = 0; n < 60; n++) crowd.push(await addDevice(store, `crowd-${n}`, LEAD))
  return {
    dispositif: DISPOSITIF,
    lead: LEAD,
    tablet: await addDevice(store, 'tablet', LEAD),
    elsewhere: await addDevice(store, 'elsewhere', LEAD),
    crowd,
  }
}

async function addDevice(store: Store, name: string, person: PersonId): Promise<BenchDevice> {
  const id = deviceId(`be0c0000-0000-4000-8000-${Buffer.from(name).toString('hex').slice(-12)}`)
  const token = randomBytes(32).toString('base64url')
  await store.write(async (session) => {
    const device = { id, dispositif: DISPOSITIF, person, label: name, createdAt: BEGUN }
    await session.directory.addDevice(device)
    const expiresAt = Date.now() + 86_400_000
    const hash = hashBearer(token)
    await session.directory.addCredential({ hash, device: id, kind: 'session', expiresAt })
  })
  return { device: id, token }
}

/** One record and its life: five events and three actions for two audits. */
function story(dice: Dice): readonly AuthoredWrite[] {
  const roll = dice.roll()
  const scope = dice.pick(HOMES)
  const daysAgo = dice.between(0, DAYS)
  const on = addDays(day('2025-01-06'), DAYS - daysAgo)
  const at = Date.parse(on) + dice.between(7 * 60, 21 * 60) * 60_000
  const id = dice.id()
  if (roll < 0.5) return eventStory(dice, { id, scope, on, at })
  return roll < 0.8
    ? actionStory(dice, { id, scope, on, at })
    : auditStory(dice, { id, scope, on, at })
}

interface Begun {
  readonly id: RecordId
  readonly scope: SiteId
  readonly on: ReturnType<typeof day>
  readonly at: number
}

function eventStory(dice: Dice, { id, scope, on, at }: Begun): readonly AuthoredWrite[] {
  const told = dice.pick(CARE_STORIES)
  const step = (after: number, fields: Fields): AuthoredWrite => ({
    id,
    type: 'adverse-event',
    scope,
    at: at + after * 86_400_000,
    person: LEAD,
    fields,
  })
  const steps = [
    step(0, {
      reference: `EI-${on.slice(0, 4)}-${dice.between(10_000, 99_999)}`,
      unit: 'flamboyant',
      occurredOn: on,
      occurredAt: `${String(dice.between(6, 21)).padStart(2, '0')}:${dice.pick(['05', '20', '45'])}`,
      declaredOn: on,
      identity: dice.pick(['anonymous', 'confidential', 'nominative']),
      'answers.family': told.family,
      'answers.gravity': told.gravity,
      'answers.details': told.details,
      'answers.facts': `${told.facts} (${words(dice)})`,
      'answers.measures': told.measures,
      status: 'declared',
    }),
    step(2, { status: 'triaged', gravity: dice.between(1, 5), frequency: dice.between(1, 4) }),
    step(5, { status: 'analysis' }),
    step(12, { status: 'answered', answer: `Merci de votre déclaration. ${words(dice)}` }),
    step(40, { status: 'closed', closedOn: addDays(on, 40) }),
  ]
  return steps.slice(0, dice.pick([1, 2, 3, 4, EVENT_STATUSES.length]))
}

function actionStory(dice: Dice, { id, scope, on, at }: Begun): readonly AuthoredWrite[] {
  const step = (after: number, fields: Fields): AuthoredWrite => {
    return { id, type: 'action', scope, at: at + after * 86_400_000, fields }
  }
  const steps = [
    step(0, {
      title: `Revoir le point ${words(dice)}`,
      finding: `Constat : ${words(dice)} ${words(dice)}`,
      source: dice.pick(['audit', 'epp', 'adverse-event', 'complaint']),
      pilot: dice.pick(['Direction', 'Cadre de santé', 'Référent qualité']),
      createdOn: on,
      dueOn: addDays(on, dice.between(30, 180)),
      status: 'todo',
    }),
    step(20, { status: 'doing' }),
    step(70, { status: 'done', doneOn: addDays(on, 70), effect: words(dice) }),
  ]
  return steps.slice(0, dice.between(1, 3))
}

function auditStory(dice: Dice, { id, scope, on, at }: Begun): readonly AuthoredWrite[] {
  const questions = auditMedication.sections.flatMap((section) => section.questions)
  const criteria = questions.filter(({ type }) => type === 'criterion')
  const common = { id, type: 'audit' as const, scope }
  return [
    {
      ...common,
      at,
      fields: {
        form: auditMedication.id,
        formVersion: auditMedication.version,
        heldOn: on,
        withWhom: 'IDE coordinatrice',
        status: 'draft',
      },
    },
    ...criteria.map((criterion, index) => ({
      ...common,
      at: at + (index + 1) * 40_000,
      fields: { [`answers.${criterion.id}`]: dice.pick(['yes', 'yes', 'partial', 'no', 'na']) },
    })),
    { ...common, at: at + 7_200_000, fields: { status: 'closed', closedOn: on } },
  ]
}

const WORDS =
  'couloir relève protocole chariot famille veille repas sonnette chambre pilulier équipe horaire fiche lumière escalier toilettes médecin régulation transmission ouverture coucher'.split(
    ' ',
  )

function words(dice: Dice): string {
  return Array.from({ length: dice.between(5, 14) }, () => dice.pick(WORDS)).join(' ')
}
