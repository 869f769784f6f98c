import { addDays, type Day } from '#domain/shared/day.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { ACOMATS, BEL_ETANG, MORNE_DORE, OFFICER, RAVINE_CLAIRE } from './demo-homes.ts'
import { type DemoTime, isWeekend, workingDay } from './demo-time.ts'
import type { Dice } from './dice.ts'

/** One post shared as the call for projects shows it: 0.4 for the porteur, 0.3 for the others, over 1.3. */
const WEEK: readonly SiteId[] = [ACOMATS, RAVINE_CLAIRE, BEL_ETANG, MORNE_DORE, ACOMATS]

const NOTES = [
  'Point avec la direction, relecture du plan d’actions.',
  'Réunion d’équipe : retour sur les événements du mois.',
  'Mise à jour des documents affichés.',
  'Préparation de l’évaluation avec les référents.',
  'Exercice du plan bleu, sur table.',
  'Restitution de l’audit aux équipes.',
] as const

const MISSIONS = [['M3', 'M5'], ['M6'], ['M2', 'M10'], ['M12'], ['M11'], ['M4', 'M9']] as const

/** What comes, in working days from today: here first, then the others in turn. */
const PLANNED: readonly { readonly in: number; readonly site: SiteId; readonly note: string }[] = [
  { in: 0, site: ACOMATS, note: 'Point avec la direction, puis audit du circuit du médicament.' },
  { in: 1, site: MORNE_DORE, note: 'EPP contention : dossiers à relire.' },
  { in: 2, site: RAVINE_CLAIRE, note: 'Exercice cyclone, deux événements à trier.' },
  { in: 3, site: BEL_ETANG, note: 'Un accompagné traceur.' },
  { in: 5, site: ACOMATS, note: 'CREX sur les chutes du mois.' },
  { in: 6, site: MORNE_DORE, note: 'Restitution de l’EPP.' },
]

/** A year of stops on working days, then those planned: today at Les Acomats, whatever the day. */
export function demoVisits(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  return [...pastVisits(dice, time), ...plannedVisits(dice, time)]
}

function pastVisits(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  const visits: AuthoredWrite[] = []
  let turn = 0
  for (let daysAgo = 364; daysAgo >= 1; daysAgo -= 1) {
    const on = time.daysAgo(daysAgo)
    // About four days in five are spent in a home; the others go to leave, training and writing.
    if (isWeekend(on) || dice.chance(0.2)) continue
    const site = WEEK[turn % WEEK.length] ?? ACOMATS
    turn += 1
    const subject = dice.between(0, NOTES.length - 1)
    const cancelled = dice.chance(0.03)
    visits.push(
      visit(dice, {
        site,
        on,
        at: time.instant(on, 16.5),
        days: dice.chance(0.2) ? 0.5 : 1,
        status: cancelled ? 'cancelled' : 'done',
        missions: MISSIONS[subject] ?? [],
        note: cancelled ? 'Route coupée, reportée.' : (NOTES[subject] ?? ''),
      }),
    )
  }
  return visits
}

function plannedVisits(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  return PLANNED.map((planned) =>
    visit(dice, {
      site: planned.site,
      on: workingDaysLater(time.today, planned.in),
      at: time.instant(time.daysAgo(5), 16.75),
      days: 1,
      status: 'planned',
      missions: ['M3', 'M6'],
      note: planned.note,
    }),
  )
}

/** Zero is the day itself, even a Sunday: the demonstration is opened on any day. */
function workingDaysLater(from: Day, count: number): Day {
  return count === 0 ? from : workingDaysLater(workingDay(addDays(from, 1)), count - 1)
}

function visit(
  dice: Dice,
  {
    site,
    on,
    at,
    missions,
    ...fields
  }: {
    site: SiteId
    on: Day
    at: number
    days: number
    status: string
    missions: readonly string[]
    note: string
  },
): AuthoredWrite {
  return {
    id: dice.id(),
    type: 'visit',
    scope: site,
    person: OFFICER,
    at,
    fields: {
      day: on,
      startsAt: dice.pick(['08:30', '08:30', '09:00']),
      ...fields,
      ...Object.fromEntries(missions.map((code) => [`missions.${code}`, true])),
    },
  }
}
