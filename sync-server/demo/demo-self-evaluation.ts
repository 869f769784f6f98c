import { selfImperatives } from '#domain/form/library/self-imperatives.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { ACOMATS, BEL_ETANG, OFFICER } from './demo-homes.ts'
import { type DemoTime, workingDay } from './demo-time.ts'
import type { Dice } from './dice.ts'

interface PlannedSelfEvaluation {
  readonly site: SiteId
  readonly daysAgo: number
  readonly withWhom: string
  /** What is told whatever the dice, by element. */
  readonly told: Readonly<Record<string, readonly [answer: string, comment: string]>>
}

/** The second one is where the action on the prevention plan of Bel-Étang comes from. */
const PLANNED: readonly PlannedSelfEvaluation[] = [
  {
    site: ACOMATS,
    daysAgo: 132,
    withWhom: 'Direction, IDE coordinatrice, psychologue',
    told: {
      '2-2-1-1': ['3', 'Deux limites écrites sans date de revue.'],
      '3-6-2-1': ['star', 'Règles relues chaque trimestre avec le pharmacien.'],
    },
  },
  {
    site: BEL_ETANG,
    daysAgo: 48,
    withWhom: 'Direction, chef de service',
    told: {
      '3-11-1-2': ['3', 'Le plan existe, une équipe sur deux le connaît.'],
      '3-6-2-2': ['nc', 'Les traitements sont préparés et donnés par un service extérieur.'],
    },
  },
]

/** Filled self-evaluations on the HAS structure, element by element, in the product's own words. */
export function demoSelfEvaluations(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  const criteria = selfImperatives.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
  return PLANNED.flatMap(({ site, daysAgo, withWhom, told }) => {
    const heldOn = workingDay(time.daysAgo(daysAgo))
    const begun: AuthoredWrite = {
      id: dice.id(),
      type: 'audit',
      scope: site,
      person: OFFICER,
      at: time.instant(heldOn, 14),
      fields: {
        form: selfImperatives.id,
        formVersion: selfImperatives.version,
        round: 1,
        heldOn,
        status: 'draft',
        author: OFFICER,
        withWhom,
      },
    }
    const fields = Object.fromEntries(
      criteria.flatMap((criterion): [string, Json][] => {
        const [answer, comment] = told[criterion.id] ?? [rating(dice), '']
        return [
          [`answers.${criterion.id}`, answer],
          ...(comment === '' ? [] : ([[`comments.${criterion.id}`, comment]] as [string, Json][])),
        ]
      }),
    )
    return [
      begun,
      { ...begun, at: time.instant(heldOn, 16.25), fields },
      {
        ...begun,
        at: time.instant(heldOn, 16.5),
        fields: { status: 'closed', closedOn: heldOn },
      },
    ]
  })
}

/** Mostly met, for these are rights: an element in six still has work to do. */
function rating(dice: Dice): string {
  if (!dice.chance(0.17)) return '4'
  return dice.chance(0.7) ? '3' : '2'
}
