import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { readProtocol, targetsOf } from '#domain/epp/protocol.ts'
import { rateCriteria, weakCriteria } from '#domain/epp/rate-criteria.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { eppRestraint } from '#domain/form/library/epp-restraint.ts'
import { tracerPerson } from '#domain/form/library/tracer-person.ts'
import { addDays, type Day } from '#domain/shared/day.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { agreementFields } from '#domain/tracer/consent.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import type { Helper, OwnAnswer } from '#domain/tracer/own-answers.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import type { FoundGap } from './demo-audits.ts'
import { ACOMATS, BEL_ETANG, MORNE_DORE, OFFICER, RAVINE_CLAIRE } from './demo-homes.ts'
import { type DemoTime, workingDay } from './demo-time.ts'
import type { Dice } from './dice.ts'

interface PlannedRound {
  readonly site: SiteId
  readonly daysAgo: number
  readonly round: number
  readonly files: number
  /** Probability that a criterion is met in a file. */
  readonly strength: number
}

const ROUNDS: readonly PlannedRound[] = [
  { site: MORNE_DORE, daysAgo: 244, round: 1, files: 30, strength: 0.62 },
  { site: MORNE_DORE, daysAgo: 65, round: 2, files: 30, strength: 0.88 },
  { site: ACOMATS, daysAgo: 231, round: 1, files: 20, strength: 0.66 },
  { site: BEL_ETANG, daysAgo: 78, round: 1, files: 10, strength: 0.75 },
]

/** Who is in the sample and how it is drawn, alike in every round; each has its own period (R-EPP-7). */
const PROTOCOL = {
  'protocol.population':
    'Personnes pour qui une contention est prescrite, présentes depuis plus d’un mois ; hors fin de vie.',
  'protocol.drawing': 'random',
} as const
/** The files read are those of the month that ends the day before. */
const PERIOD_DAYS = 30

/** Rounds of the EPP on restraint: ten to thirty files, the second after the actions of the first. */
export function demoRounds(
  dice: Dice,
  time: DemoTime,
): { writes: readonly AuthoredWrite[]; gaps: readonly FoundGap[] } {
  const made = ROUNDS.map((planned) => roundOf(planned, dice, time))
  return { writes: made.flatMap(({ writes }) => writes), gaps: made.flatMap(({ gaps }) => gaps) }
}

function roundOf(
  { site, daysAgo, round, files, strength }: PlannedRound,
  dice: Dice,
  time: DemoTime,
) {
  const id = dice.id()
  const heldOn = workingDay(time.daysAgo(daysAgo))
  const criteria = criteriaOf(eppRestraint)
  const answers = Array.from({ length: files }, () =>
    criteria.map(({ id: criterion }): readonly [string, string] => [
      criterion,
      dice.chance(0.06) ? 'na' : dice.chance(strength) ? 'yes' : 'no',
    ]),
  )
  const begun: AuthoredWrite = {
    id,
    type: 'epp',
    scope: site,
    person: OFFICER,
    at: time.instant(heldOn, 13.5),
    fields: {
      form: eppRestraint.id,
      formVersion: eppRestraint.version,
      round,
      heldOn,
      files,
      status: 'draft',
      author: OFFICER,
      withWhom: 'Médecin coordonnateur, deux soignants',
      ...PROTOCOL,
      'protocol.from': addDays(heldOn, -PERIOD_DAYS),
      'protocol.to': addDays(heldOn, -1),
    },
  }
  const filled = answers.flatMap((file, index) =>
    file.map(([criterion, answer]): [string, Json] => [
      `answers.${index + 1}.${criterion}`,
      answer,
    ]),
  )
  const writes: AuthoredWrite[] = [
    begun,
    { ...begun, at: time.instant(heldOn, 15.75), fields: Object.fromEntries(filled) },
    { ...begun, at: time.instant(heldOn, 16), fields: { status: 'closed', closedOn: heldOn } },
  ]
  const rates = rateCriteria(
    eppRestraint,
    answers.map((file) => new Map(file)),
  )
  const gaps = weakCriteria(rates, targetsOf(eppRestraint, readProtocol({})))
    .toSorted((a, b) => (a.rate ?? 1) - (b.rate ?? 1))
    .slice(0, 2)
    .map(({ criterion, k, n }) => ({
      site,
      foundOn: heldOn,
      fields: actionFromCriterion({
        form: eppRestraint,
        criterion,
        answer: 'no',
        comment: `Conforme dans ${k} dossiers sur ${n}.`,
        record: id,
        today: heldOn,
        language: 'fr',
      }),
    }))
  return { writes, gaps }
}

interface PlannedTracer {
  readonly site: SiteId
  readonly daysAgo: number
  readonly words: string
  /** What the person answered on the tablet, question after question; who else spoke did not (R-TRA-5). */
  readonly own?: { readonly helper: Helper; readonly answers: readonly OwnAnswer[] }
}

const TRACERS: readonly PlannedTracer[] = [
  { site: BEL_ETANG, daysAgo: 236, words: '« Ma sœur. Mais je n’ai rien signé. »' },
  {
    site: ACOMATS,
    daysAgo: 81,
    words: '« Je choisis mon heure de lever depuis cet été. »',
    own: { helper: 'alone', answers: ['yes', 'so-so', 'no', 'yes', 'unknown', 'yes'] },
  },
  {
    site: RAVINE_CLAIRE,
    daysAgo: 70,
    words: '« Quand ça ne va pas, je vais au bureau bleu. »',
    own: {
      helper: 'trusted-person',
      answers: ['yes', 'yes', 'so-so', 'no', 'declined', 'yes'],
    },
  },
  { site: MORNE_DORE, daysAgo: 61, words: '« Le soir je sonne, et quelqu’un vient. »' },
]

/** Accompagnés traceurs, each with its agreement noted before the interviews. */
export function demoTracers(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  return TRACERS.flatMap(({ site, daysAgo, words, own }) => {
    const heldOn = workingDay(time.daysAgo(daysAgo))
    const begun: AuthoredWrite = {
      id: dice.id(),
      type: 'tracer',
      scope: site,
      person: OFFICER,
      at: time.instant(heldOn, 9),
      fields: {
        form: tracerPerson.id,
        formVersion: tracerPerson.version,
        round: 1,
        heldOn,
        status: 'draft',
        author: OFFICER,
        withWhom: 'Référent de la personne, infirmière, éducateur ou soignant',
        ...agreementFields({
          givenOn: heldOn,
          by: site === RAVINE_CLAIRE ? 'legal-representative' : 'person',
          mode: 'written',
          recordedBy: OFFICER,
        }),
      },
    }
    const answers = criteriaOf(tracerPerson).map(({ id }): [string, Json] => [
      `answers.${id}`,
      dice.pick(['2', '3', '3', '4', '4', '4', '4', 'star', id.startsWith('P') ? 'ri' : 'nc']),
    ])
    return [
      begun,
      ...(own
        ? [{ ...begun, at: time.instant(heldOn, 9.75), fields: ownFields(own, heldOn) }]
        : []),
      {
        ...begun,
        at: time.instant(heldOn, 11),
        fields: { ...Object.fromEntries(answers), 'answers.person-words': words },
      },
      { ...begun, at: time.instant(heldOn, 11.5), fields: { status: 'closed', closedOn: heldOn } },
    ]
  })
}

function ownFields({ helper, answers }: NonNullable<PlannedTracer['own']>, on: Day): Fields {
  const said = easyQuestions(tracerPerson).map(({ criterion }, at): [string, Json] => [
    `own.${criterion}`,
    answers[at] ?? 'declined',
  ])
  return { ...Object.fromEntries(said), ownHelper: helper, ownOn: on }
}

function criteriaOf({ sections }: typeof eppRestraint): readonly CriterionQuestion[] {
  return sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}
