import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { rateCriteria, weakCriteria } from '#domain/epp/rate-criteria.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { eppRestraint } from '#domain/form/library/epp-restraint.ts'
import { tracerPerson } from '#domain/form/library/tracer-person.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { agreementFields } from '#domain/tracer/consent.ts'
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
  const gaps = weakCriteria(rates, eppRestraint.target ?? 1)
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

const TRACERS: readonly { site: SiteId; daysAgo: number; round: number; words: string }[] = [
  { site: BEL_ETANG, daysAgo: 236, round: 1, words: '« Ma sœur. Mais je n’ai rien signé. »' },
  {
    site: ACOMATS,
    daysAgo: 81,
    round: 1,
    words: '« Je choisis mon heure de lever depuis cet été. »',
  },
  {
    site: RAVINE_CLAIRE,
    daysAgo: 70,
    round: 1,
    words: '« Quand ça ne va pas, je vais au bureau bleu. »',
  },
  { site: MORNE_DORE, daysAgo: 61, round: 1, words: '« Le soir je sonne, et quelqu’un vient. »' },
]

/** Accompagnés traceurs, each with its agreement noted before the interviews. */
export function demoTracers(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  return TRACERS.flatMap(({ site, daysAgo, round, words }) => {
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
        round,
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
      {
        ...begun,
        at: time.instant(heldOn, 11),
        fields: { ...Object.fromEntries(answers), 'answers.person-words': words },
      },
      { ...begun, at: time.instant(heldOn, 11.5), fields: { status: 'closed', closedOn: heldOn } },
    ]
  })
}

function criteriaOf({ sections }: typeof eppRestraint): readonly CriterionQuestion[] {
  return sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}
