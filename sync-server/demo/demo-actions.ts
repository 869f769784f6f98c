import type { ActionSource } from '#domain/action-plan/action.ts'
import type { EventFamily } from '#domain/adverse-event/adverse-event.ts'
import { addDays, type Day, daysBetween } from '#domain/shared/day.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import type { FoundGap } from './demo-audits.ts'
import type { ToldEvent } from './demo-events.ts'
import {
  ACOMATS,
  BEL_ETANG,
  MORNE_DORE,
  OFFICER,
  qualityLeadOf,
  RAVINE_CLAIRE,
} from './demo-homes.ts'
import type { DemoTime } from './demo-time.ts'
import type { Dice } from './dice.ts'

/** What a home does after a serious event, and who leads it, by family. */
const AFTER_EVENT: Record<EventFamily, readonly [title: string, pilot: string]> = {
  fall: ['Tour de veille à 20 h, sonnettes vérifiées au coucher', 'Cadre de santé'],
  medication: ['Double contrôle écrit au coucher', 'IDE coordinatrice'],
  care: ['Revoir le protocole d’appel du médecin', 'Médecin coordonnateur'],
  violence: ['Former l’équipe à la désescalade', 'Chef de service'],
  absconding: ['Écrire la conduite à tenir en cas de sortie non signalée', 'Chef de service'],
  meal: ['Fiche de texture sur chaque plateau', 'Responsable restauration'],
  equipment: ['Contrat d’entretien et fiche de panne', 'Direction'],
  organisation: ['Point de transmission court à chaque relève', 'Cadre de santé'],
  'self-harm': ['Revoir le projet de la personne avec le médecin', 'Chef de service'],
  restraint: ['Revoir la prescription et former aux gestes de contenance', 'Chef de service'],
  intimacy: ['Groupe de parole sur l’intimité et le consentement', 'Chef de service'],
  bullying: ['Présence d’adultes aux temps libres', 'Chef de service'],
  transport: ['Feuille de route partagée avec le transporteur', 'Cadre de santé'],
  other: ['Registre des objets personnels à l’entrée', 'Référent qualité'],
}

interface OtherAction {
  readonly site: SiteId
  readonly daysAgo: number
  readonly source: ActionSource
  readonly title: string
  readonly finding: string
  readonly pilot: string
}

const OTHERS: readonly OtherAction[] = [
  {
    site: ACOMATS,
    daysAgo: 64,
    source: 'complaint',
    title: 'Afficher la charte des droits au 2e étage',
    finding: 'Plainte d’une famille : la charte n’est visible qu’à l’entrée.',
    pilot: 'Direction',
  },
  {
    site: RAVINE_CLAIRE,
    daysAgo: 52,
    source: 'cpom',
    title: 'Revoir 12 projets personnalisés en retard',
    finding: 'Dialogue de gestion : 36 projets à jour sur 48.',
    pilot: 'Chef de service',
  },
  {
    site: BEL_ETANG,
    daysAgo: 47,
    source: 'evaluation',
    title: 'Présenter le plan de prévention de la maltraitance aux équipes',
    finding: 'Auto-évaluation : le plan existe, une équipe sur deux le connaît.',
    pilot: 'Chef de service',
  },
  {
    site: MORNE_DORE,
    daysAgo: 40,
    source: 'evaluation',
    title: 'Afficher le retour aux déclarants dans chaque unité',
    finding: 'Auto-évaluation : le retour se fait à l’oral, sans trace.',
    pilot: 'Référent qualité',
  },
]

/** The PACQ of the four homes: born from audits, EPP, events, complaints; some are late. */
export function demoActions(
  gaps: readonly FoundGap[],
  events: readonly ToldEvent[],
  dice: Dice,
  time: DemoTime,
): readonly AuthoredWrite[] {
  const numbers = new Map<string, number>()
  return [...gaps.slice(0, 40), ...gapsOfEvents(events, time), ...othersAsGaps(time)]
    .toSorted((a, b) => (a.foundOn < b.foundOn ? -1 : 1))
    .flatMap((gap) => {
      const year = gap.foundOn.slice(0, 4)
      const series = `${gap.site}/${year}`
      const rank = (numbers.get(series) ?? 0) + 1
      numbers.set(series, rank)
      return actionOf(gap, `${year}-${String(rank).padStart(3, '0')}`, dice, time)
    })
}

/** Two actions a home at most, after its gravest events. */
function gapsOfEvents(events: readonly ToldEvent[], time: DemoTime): readonly FoundGap[] {
  return [ACOMATS, RAVINE_CLAIRE, BEL_ETANG, MORNE_DORE].flatMap((site) =>
    events
      .filter((event) => event.site === site && (event.gravity ?? 0) >= 3)
      .filter(({ declaredOn }) => addDays(declaredOn, 3) < time.today)
      .toSorted((a, b) => (b.gravity ?? 0) - (a.gravity ?? 0))
      .slice(0, 2)
      .map(({ id, family, declaredOn, facts }) => {
        const foundOn = addDays(declaredOn, 3)
        return {
          site,
          foundOn,
          fields: {
            title: AFTER_EVENT[family][0],
            finding: facts,
            source: 'adverse-event',
            sourceRecord: id,
            sourceQuestion: '',
            imperatif: '',
            pilot: AFTER_EVENT[family][1],
            createdOn: foundOn,
            dueOn: addDays(foundOn, 30),
            status: 'todo',
          },
        }
      }),
  )
}

function othersAsGaps(time: DemoTime): readonly FoundGap[] {
  return OTHERS.map(({ site, daysAgo, source, title, finding, pilot }) => {
    const foundOn = time.daysAgo(daysAgo)
    return {
      site,
      foundOn,
      fields: {
        title,
        finding,
        source,
        sourceRecord: '',
        sourceQuestion: '',
        imperatif: '',
        pilot,
        createdOn: foundOn,
        dueOn: addDays(foundOn, 75),
        status: 'todo',
      },
    }
  })
}

function actionOf(gap: FoundGap, number: string, dice: Dice, time: DemoTime): AuthoredWrite[] {
  const { site, foundOn, fields } = gap
  const dueOn = dueDay(gap, dice, time)
  const created: AuthoredWrite = {
    id: dice.id(),
    type: 'action',
    scope: site,
    person: OFFICER,
    at: time.instant(foundOn, 11.75),
    fields: { ...fields, number, dueOn },
  }
  const steps = outcome(gap, dueOn, dice, time)
  return [
    created,
    ...steps.map(({ on, changed }) => ({
      ...created,
      person: qualityLeadOf(site),
      at: time.instant(on, 14.5),
      fields: changed,
    })),
  ]
}

/** The pill box labels of Les Acomats: under way and twelve days late, as told on every screen. */
function isToldLate({ site, fields }: FoundGap): boolean {
  return site === ACOMATS && fields.sourceQuestion === 'C3' && fields.imperatif === '3.6.2'
}

function dueDay(gap: FoundGap, dice: Dice, time: DemoTime): Day {
  if (isToldLate(gap)) return time.daysAgo(12)
  return addDays(gap.foundOn, dice.pick(gap.fields.imperatif ? [30, 60] : [45, 60, 75, 90]))
}

/** What became of it: done around its due day, sometimes measured, sometimes late. */
function outcome(gap: FoundGap, dueOn: Day, dice: Dice, time: DemoTime) {
  const begunOn = addDays(gap.foundOn, dice.between(3, 12))
  const doneOn = addDays(dueOn, -dice.between(0, 20))
  const measuredOn = addDays(doneOn, dice.between(25, 50))
  const overdue = daysBetween(dueOn, time.today)
  const slips = dice.chance(0.45) && overdue > 0 && overdue < 50
  const measured = dice.chance(0.6)
  const steps: readonly { on: Day; changed: Fields }[] = [
    { on: begunOn, changed: { status: 'doing' } },
    ...(isToldLate(gap) || slips ? [] : [{ on: doneOn, changed: { status: 'done', doneOn } }]),
    ...(isToldLate(gap) || slips || !measured
      ? []
      : [
          {
            on: measuredOn,
            changed: {
              status: 'measured',
              effect: `${dice.between(3, 6)} sur 10, puis ${dice.between(8, 10)} sur 10`,
            },
          },
        ]),
  ]
  return steps.filter(({ on }) => on < time.today)
}
