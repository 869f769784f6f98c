import {
  EVENT_FAMILIES,
  type EventFamily,
  type Gravity,
  type PerceivedGravity,
} from '#domain/adverse-event/adverse-event.ts'
import { declareEvent } from '#domain/form/library/declare-event.ts'
import { addDays, type Day } from '#domain/shared/day.ts'
import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { SiteKind } from '#domain/site/site.ts'
import type { NewSite } from '../setup/create-dispositif.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { CARE_STORIES } from './care-stories.ts'
import {
  ACOMATS,
  BEL_ETANG,
  DEMO_HOMES,
  MORNE_DORE,
  qualityLeadOf,
  RAVINE_CLAIRE,
} from './demo-homes.ts'
import type { DemoTime } from './demo-time.ts'
import type { Dice } from './dice.ts'
import { declarantOf } from './event-declarants.ts'
import type { EventStory } from './event-story.ts'
import { LIFE_STORIES } from './life-stories.ts'

/** What the others need of an event once told: the figures count it, the actions answer it. */
export interface ToldEvent {
  readonly id: RecordId
  readonly site: SiteId
  readonly family: EventFamily
  readonly declaredOn: Day
  /** Settled by the triage; undefined before. */
  readonly gravity: Gravity | undefined
  readonly facts: string
}

const COUNTS: ReadonlyMap<SiteId, number> = new Map([
  [ACOMATS, 46],
  [RAVINE_CLAIRE, 21],
  [BEL_ETANG, 25],
  [MORNE_DORE, 30],
])

/** How often each family comes, out of the sum of the line. */
const OFTEN: Record<'old' | 'young' | 'adult', Partial<Record<EventFamily, number>>> = {
  old: {
    fall: 9,
    medication: 4,
    care: 3,
    violence: 2,
    absconding: 1,
    meal: 2,
    equipment: 2,
    organisation: 2,
    other: 1,
  },
  young: {
    fall: 2,
    medication: 2,
    care: 2,
    violence: 6,
    absconding: 3,
    meal: 2,
    equipment: 1,
    organisation: 3,
    other: 1,
  },
  adult: {
    fall: 4,
    medication: 4,
    care: 3,
    violence: 3,
    absconding: 2,
    meal: 3,
    equipment: 3,
    organisation: 2,
    other: 1,
  },
}

const SETTLED: Record<PerceivedGravity, readonly Gravity[]> = {
  'near-miss': [1],
  discomfort: [1, 2, 2],
  'extra-care': [3, 3, 2],
  serious: [4, 4, 3],
  'life-threatening': [5, 4],
}

/** What the declarant reads, by family: who answers speaks of what was told. */
const ANSWERS: Record<EventFamily, string> = {
  fall: 'Merci de l’avoir dit. Le chemin jusqu’aux toilettes est éclairé, les sonnettes sont vérifiées au coucher.',
  medication: 'Merci de votre déclaration. Le contrôle avant la prise a été revu avec les équipes.',
  care: 'Merci. La personne va bien. Le médecin a revu la conduite à tenir avec l’équipe.',
  violence:
    'Merci de l’avoir signalé. La situation a été reprise en équipe, un accompagnement est proposé.',
  absconding: 'Merci. La porte est réparée, et la conduite à tenir est affichée au poste.',
  meal: 'Merci. La fiche de texture est maintenant posée sur chaque plateau.',
  equipment: 'Merci. Le matériel a été réparé, une vérification est faite chaque semaine.',
  organisation: 'Merci. Le point a été vu en réunion de service, la relève a changé.',
  'self-harm':
    'Merci de l’avoir dit. Le médecin a revu le projet avec l’équipe, un adulte reste proche.',
  restraint: 'Merci. La prescription a été revue, et les gestes repris en équipe.',
  intimacy:
    'Merci de l’avoir signalé. Chacun est accompagné, la règle d’intimité est redite en groupe.',
  bullying: 'Merci. Les jeunes ont été reçus, les adultes sont présents à la récréation.',
  transport: 'Merci. Le transporteur a été reçu, la feuille de route est refaite.',
  other: 'Merci de l’avoir dit. La règle a été rappelée à l’accueil.',
}

/** What the unit reads on « Vous avez dit, nous avons fait »: facts it can see. */
const CHANGED: Partial<Record<EventFamily, string>> = {
  fall: 'Veilleuses posées sur le chemin des toilettes.',
  medication: 'Le pilulier est relu à deux avant le départ du chariot.',
  absconding: 'La porte du jardin est réparée.',
  meal: 'La texture est écrite sur chaque plateau.',
  equipment: 'Le lève-personne est vérifié chaque lundi.',
  organisation: 'La relève a un temps à elle, à l’abri du téléphone.',
}

/** A year of declarations, each followed as far as its age allows. */
export function demoEvents(
  dice: Dice,
  time: DemoTime,
): { writes: readonly AuthoredWrite[]; events: readonly ToldEvent[] } {
  const told = DEMO_HOMES.flatMap((home) => {
    const used = new Map<EventStory, number>()
    return Array.from({ length: COUNTS.get(home.id) ?? 0 }, (_, index) =>
      // The first two are of this week, so that there is always something to triage.
      eventOf(home, index < 2 ? dice.between(1, 3) : dice.between(4, 364), used, dice, time),
    )
  })
  return { writes: told.flatMap(({ writes }) => writes), events: told.map(({ event }) => event) }
}

function eventOf(
  home: NewSite,
  daysAgo: number,
  used: Map<EventStory, number>,
  dice: Dice,
  time: DemoTime,
): { writes: readonly AuthoredWrite[]; event: ToldEvent } {
  const id = dice.id()
  const site = home.id
  const story = storyFor(home.kind, used, dice)
  const declaredOn = time.daysAgo(daysAgo)
  const roll = dice.roll()
  const identity = roll < 0.45 ? 'anonymous' : roll < 0.85 ? 'confidential' : 'nominative'
  const hour = hourOf(story.family, dice)
  // Anonymous: the day and never the hour, in the stamps too (R-EI-1).
  const at =
    identity === 'anonymous' ? Date.parse(declaredOn) : time.instant(declaredOn, hour.at + 0.6)
  const declared: AuthoredWrite = {
    id,
    type: 'adverse-event',
    scope: site,
    at,
    fields: {
      reference: `EI-${declaredOn.slice(0, 4)}-${letters(dice)}`,
      unit: dice.pick(home.units).id,
      occurredOn: declaredOn,
      ...(identity !== 'anonymous' && { occurredAt: hour.text }),
      declaredOn,
      identity,
      form: declareEvent.id,
      formVersion: declareEvent.version,
      'answers.family': story.family,
      'answers.gravity': story.gravity,
      'answers.details': story.details,
      'answers.facts': story.facts,
      'answers.measures': story.measures,
      status: 'declared',
    },
  }
  const followed = followUp(declared, story, declaredOn, dice, time)
  return {
    writes: [declared, ...declarantOf(identity, id, site, at, dice), ...followed.writes],
    event: {
      id,
      site,
      family: story.family,
      declaredOn,
      gravity: followed.gravity,
      facts: story.facts,
    },
  }
}

/** Triage within three days, analysis from gravity 3, answer, closure: what its age allows. */
function followUp(
  declared: AuthoredWrite,
  story: EventStory,
  declaredOn: Day,
  dice: Dice,
  time: DemoTime,
): { writes: readonly AuthoredWrite[]; gravity: Gravity | undefined } {
  const gravity = dice.pick(SETTLED[story.gravity])
  const triagedOn = addDays(declaredOn, dice.between(1, 3))
  const answeredOn = addDays(triagedOn, dice.between(4, 18))
  const closedOn = addDays(answeredOn, dice.between(15, 50))
  const staysOpen = dice.chance(0.06)
  const steps: readonly { readonly on: Day; readonly fields: AuthoredWrite['fields'] }[] = [
    { on: triagedOn, fields: { status: 'triaged', gravity, frequency: dice.between(1, 4) } },
    ...(gravity >= 3 ? [{ on: addDays(triagedOn, 3), fields: { status: 'analysis' } }] : []),
    {
      on: answeredOn,
      fields: {
        status: 'answered',
        answer: ANSWERS[story.family],
        answeredOn,
        changed: CHANGED[story.family] ?? '',
      },
    },
    ...(staysOpen ? [] : [{ on: closedOn, fields: { status: 'closed', closedOn } }]),
  ]
  const done = steps.filter(({ on }) => on < time.today)
  return {
    writes: done.map(({ on, fields }) => ({
      ...declared,
      person: qualityLeadOf(declaredSite(declared)),
      at: time.instant(on, 10.25),
      fields,
    })),
    gravity: done.length > 0 ? gravity : undefined,
  }
}

function declaredSite({ scope }: AuthoredWrite): SiteId {
  const home = DEMO_HOMES.find(({ id }) => id === scope)
  if (!home) throw new Error(`Not a home of the demonstration: ${scope}`)
  return home.id
}

/** A story of a family drawn by its frequency, the least told at this home first. */
function storyFor(kind: SiteKind, used: Map<EventStory, number>, dice: Dice): EventStory {
  const often = OFTEN[kind === 'ehpad' ? 'old' : kind === 'ime' ? 'young' : 'adult']
  const family = dice.pick(
    EVENT_FAMILIES.flatMap((each) => Array.from({ length: often[each] ?? 0 }, () => each)),
  )
  const fitting = [...CARE_STORIES, ...LIFE_STORIES].filter(
    (story) => story.family === family && (story.kinds?.includes(kind) ?? true),
  )
  const least = Math.min(...fitting.map((story) => used.get(story) ?? 0))
  const chosen = dice.pick(fitting.filter((story) => (used.get(story) ?? 0) === least))
  used.set(chosen, least + 1)
  return chosen
}

/** Falls come most in the evening, meals at mealtimes, the rest through the day. */
function hourOf(family: EventFamily, dice: Dice): { at: number; text: string } {
  const hour =
    family === 'fall' && dice.chance(0.58)
      ? dice.between(19, 22)
      : family === 'meal'
        ? dice.pick([8, 12, 16, 18])
        : dice.between(6, 21)
  const minutes = dice.between(0, 11) * 5
  const two = (value: number) => String(value).padStart(2, '0')
  return { at: hour + minutes / 60, text: `${two(hour)}:${two(minutes)}` }
}

function letters(dice: Dice): string {
  return Array.from({ length: 5 }, () => dice.pick([...'BCDFGHJKLMNPQRSTVWXZ'])).join('')
}
