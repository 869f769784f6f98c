import { addDays, type Day } from '#domain/shared/day.ts'
import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import type { ToldEvent } from './demo-events.ts'
import { ACOMATS, DEMO_HOMES, qualityLeadOf } from './demo-homes.ts'
import type { DemoTime } from './demo-time.ts'
import type { Dice } from './dice.ts'

/** What was learnt, one by meeting: the latest first. */
const LESSONS = [
  {
    title: 'Un appel qui sonne loin n’est pas entendu',
    lesson:
      'Le matériel d’alerte se vérifie comme un extincteur : un jour fixe, quelqu’un, une trace.',
    decision: 'Essayer le report d’appel chaque lundi',
  },
  {
    title: 'Ce qui n’est pas écrit à la relève se perd dans la nuit',
    lesson: 'La relève du soir a sa feuille : trois lignes, lues à voix haute, laissées au poste.',
    decision: 'Poser la feuille de relève du soir dans chaque poste',
  },
  {
    title: 'Seul pour deux unités, on choisit toujours trop tard',
    lesson: 'Quand un collègue manque le soir, l’astreinte le sait avant 19 heures et décide.',
    decision: 'Écrire la conduite à tenir quand un collègue manque le soir',
  },
] as const

/** How each home's gravest events were dealt with: who was told, and what a meeting made of one. */
export function demoTreatments(
  events: readonly ToldEvent[],
  dice: Dice,
  time: DemoTime,
): readonly AuthoredWrite[] {
  return DEMO_HOMES.flatMap(({ id: site }) => {
    const grave = events
      .filter((event) => event.site === site && (event.gravity ?? 0) >= 4)
      .toSorted((a, b) => (a.declaredOn < b.declaredOn ? 1 : -1))
    const [latest, before] = grave
    return [
      // Told by telephone and not yet in writing: its clocks run.
      ...(latest ? routed(latest, [phoned(latest)], dice, time) : []),
      ...(before ? routed(before, [phoned(before), onPortal(before)], dice, time) : []),
      ...grave.slice(0, site === ACOMATS ? 3 : 1).flatMap((event, rank) => {
        return analysed(event, LESSONS[rank] ?? LESSONS[0], rank === 0 ? 'decided' : 'shared', {
          dice,
          time,
        })
      }),
    ]
  })
}

interface Sent {
  readonly on: Day
  readonly fields: Fields
}

/** The questions of the router for a grave harm linked to care, then the proofs of what was sent. */
function routed(
  { id, site, declaredOn }: ToldEvent,
  sent: readonly Sent[],
  dice: Dice,
  time: DemoTime,
): readonly AuthoredWrite[] {
  const answers = {
    'routing.harm': 'life',
    'routing.care': 'yes',
    'routing.unexpected': 'yes',
    'routing.categories': ['D04'],
  }
  const steps = [
    { on: addDays(declaredOn, 1), fields: answers },
    ...sent.map(({ on, fields }) => ({ on, fields: { [`sendings.${dice.id()}`]: fields } })),
  ]
  return past(steps, time).map(({ on, fields }) =>
    write(id, 'adverse-event', site, on, fields, time),
  )
}

function phoned({ declaredOn }: ToldEvent): Sent {
  const on = addDays(declaredOn, 1)
  return {
    on,
    fields: {
      channel: 'l331',
      step: 'alert',
      on,
      at: '11:20',
      how: 'phone',
      by: 'Directrice',
      reference: '',
    },
  }
}

function onPortal({ declaredOn }: ToldEvent): Sent {
  const on = addDays(declaredOn, 2)
  return {
    on,
    fields: {
      channel: 'eigs',
      step: 'part1',
      on,
      at: '09:45',
      how: 'portal',
      by: 'Directrice',
      reference: 'P-204817',
    },
  }
}

/** A meeting within six weeks, its decisions, and the lesson when it was shared. */
function analysed(
  event: ToldEvent,
  { title, lesson, decision }: (typeof LESSONS)[number],
  status: 'decided' | 'shared',
  { dice, time }: { readonly dice: Dice; readonly time: DemoTime },
): readonly AuthoredWrite[] {
  const { site, declaredOn } = event
  const id = dice.id()
  const heldOn = addDays(declaredOn, 28)
  const member = (words: string, more: Fields = {}) => ({ words, ...more })
  const of = (collection: string, all: readonly Fields[]): Fields =>
    Object.fromEntries(all.map((fields, n) => [`${collection}.${dice.id()}`, { ...fields, n }]))
  const opened: Fields = {
    event: event.id,
    instance: 'crex',
    status: 'open',
    reason: 'Grave, et déjà vu dans la maison cette année.',
    ...of('facts', [
      member('La personne est vue dans sa chambre, calme', { on: declaredOn, at: '20:10' }),
      member('L’appel sonne au poste, la collègue est en soin', { on: declaredOn, at: '20:35' }),
      member('L’événement est constaté, l’infirmière est jointe', { on: declaredOn, at: '20:50' }),
    ]),
  }
  const held: Fields = {
    status: 'decided',
    heldOn,
    ...of('participants', [
      member('Infirmière', { count: 2 }),
      member('Aide-soignante', { count: 3 }),
      member('Cadre de santé', { count: 1 }),
      member('Médecin coordonnateur', { count: 1 }),
    ]),
    ...of('gaps', [member('Un seul appel reporté au poste après 20 h')]),
    ...of('causes', [
      member('Une personne seule pour deux unités le soir', { group: 'team' }),
      member('Report d’appel en panne depuis trois jours', { group: 'environment' }),
      member('La consigne du soir n’est pas écrite', { group: 'task' }),
    ]),
    'whys.1': 'L’appel n’a pas été entendu',
    'whys.2': 'Le report d’appel était en panne',
    'whys.3': 'Personne ne vérifie le report d’appel',
    ...of('barriers', [
      member('Report d’appel', { kind: 'recovery', worked: false }),
      member('Ronde de 21 h', { kind: 'recovery', worked: true }),
    ]),
    ...of('decisions', [member(decision, { action: '', evaluateOn: addDays(heldOn, 90) })]),
    title,
    lesson,
  }
  const steps = [
    { on: addDays(declaredOn, 9), fields: opened },
    { on: heldOn, fields: held },
    ...(status === 'shared'
      ? [{ on: addDays(heldOn, 7), fields: { status: 'shared' } satisfies Fields }]
      : []),
  ]
  return past(steps, time).map(({ on, fields }) =>
    write(id, 'event-analysis', site, on, fields, time),
  )
}

function past<T extends { readonly on: Day }>(steps: readonly T[], time: DemoTime): readonly T[] {
  return steps.filter(({ on }) => on < time.today)
}

function write(
  id: RecordId,
  type: 'adverse-event' | 'event-analysis',
  site: SiteId,
  on: Day,
  fields: Fields,
  time: DemoTime,
): AuthoredWrite {
  return { id, type, scope: site, person: qualityLeadOf(site), at: time.instant(on, 14.5), fields }
}
