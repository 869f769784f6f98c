import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { auditCatering1 } from '#domain/form/library/audit-catering-1.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { auditRights } from '#domain/form/library/audit-rights.ts'
import { hasSubject } from '#domain/form/units.ts'
import type { Day } from '#domain/shared/day.ts'
import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { ACOMATS, BEL_ETANG, MORNE_DORE, OFFICER, RAVINE_CLAIRE } from './demo-homes.ts'
import { type DemoTime, workingDay } from './demo-time.ts'
import type { Dice } from './dice.ts'

/** An action proposed by what was found; `demo-actions.ts` decides what became of it. */
export interface FoundGap {
  readonly site: SiteId
  readonly foundOn: Day
  readonly fields: Fields
}

interface PlannedAudit {
  readonly site: SiteId
  readonly form: Form
  readonly daysAgo: number
  readonly round: number
  /** Probability that a criterion is not fully met. */
  readonly weakness: number
  readonly withWhom: string
}

/** First rounds eight months ago, others two to three; the medication circuit of Les Acomats waits
 * for its second round: it is the one played in the demonstration. */
const AUDITS: readonly PlannedAudit[] = [
  {
    site: ACOMATS,
    form: auditMedication,
    daysAgo: 257,
    round: 1,
    weakness: 0.35,
    withWhom: 'IDE coordinatrice, médecin coordonnateur',
  },
  {
    site: ACOMATS,
    form: auditRights,
    daysAgo: 243,
    round: 1,
    weakness: 0.3,
    withWhom: 'Direction, secrétariat',
  },
  {
    site: ACOMATS,
    form: auditCatering1,
    daysAgo: 76,
    round: 1,
    weakness: 0.2,
    withWhom: 'Responsable restauration',
  },
  {
    site: RAVINE_CLAIRE,
    form: auditRights,
    daysAgo: 250,
    round: 1,
    weakness: 0.4,
    withWhom: 'Chef de service',
  },
  {
    site: RAVINE_CLAIRE,
    form: auditRights,
    daysAgo: 69,
    round: 2,
    weakness: 0.15,
    withWhom: 'Chef de service, un délégué des jeunes',
  },
  {
    site: RAVINE_CLAIRE,
    form: auditCatering1,
    daysAgo: 83,
    round: 1,
    weakness: 0.25,
    withWhom: 'Responsable restauration',
  },
  {
    site: BEL_ETANG,
    form: auditMedication,
    daysAgo: 246,
    round: 1,
    weakness: 0.45,
    withWhom: 'Infirmière, chef de service',
  },
  {
    site: BEL_ETANG,
    form: auditMedication,
    daysAgo: 62,
    round: 2,
    weakness: 0.25,
    withWhom: 'Infirmière, pharmacien',
  },
  {
    site: BEL_ETANG,
    form: auditRights,
    daysAgo: 90,
    round: 1,
    weakness: 0.25,
    withWhom: 'Direction',
  },
  {
    site: MORNE_DORE,
    form: auditCatering1,
    daysAgo: 239,
    round: 1,
    weakness: 0.35,
    withWhom: 'Cuisinier, gouvernante',
  },
  {
    site: MORNE_DORE,
    form: auditMedication,
    daysAgo: 72,
    round: 1,
    weakness: 0.2,
    withWhom: 'Cadre de santé, pharmacien',
  },
]

/** What is told of the first medication round at Les Acomats, whatever the dice. */
const TOLD: Record<string, { readonly answer: string; readonly comment: string }> = {
  C2: { answer: 'no', comment: 'Contrôle non signé 4 jours sur 7.' },
  C3: { answer: 'partial', comment: '2 piluliers sur 5 sans photo.' },
  E2: { answer: 'partial', comment: 'Relevés incomplets : 9 jours manquent sur 30.' },
}

export function demoAudits(
  dice: Dice,
  time: DemoTime,
): { writes: readonly AuthoredWrite[]; gaps: readonly FoundGap[] } {
  const made = AUDITS.map((planned) => auditOf(planned, dice, time))
  return { writes: made.flatMap(({ writes }) => writes), gaps: made.flatMap(({ gaps }) => gaps) }
}

function auditOf(planned: PlannedAudit, dice: Dice, time: DemoTime) {
  const { site, form, round } = planned
  const id = dice.id()
  const heldOn = workingDay(time.daysAgo(planned.daysAgo))
  const isTold = form === auditMedication && site === ACOMATS
  const criteria = form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
  const findings = criteria.map((criterion) => {
    const told = isTold ? TOLD[criterion.id] : undefined
    return { criterion, ...(told ?? finding(criterion, planned.weakness, dice)) }
  })
  const begun: AuthoredWrite = {
    id,
    type: 'audit',
    scope: site,
    person: OFFICER,
    at: time.instant(heldOn, 9.5),
    fields: {
      form: form.id,
      formVersion: form.version,
      round,
      heldOn,
      status: 'draft',
      author: OFFICER,
      withWhom: planned.withWhom,
      ...(hasSubject(form) && { subject: 'Cuisine' }),
    },
  }
  const filled: AuthoredWrite = {
    ...begun,
    at: time.instant(heldOn, 11.25),
    fields: Object.fromEntries(
      findings.flatMap(({ criterion, answer, comment }): [string, Json][] => [
        [`answers.${criterion.id}`, answer],
        ...(comment ? ([[`comments.${criterion.id}`, comment]] as [string, Json][]) : []),
      ]),
    ),
  }
  const closed: AuthoredWrite = {
    ...begun,
    at: time.instant(heldOn, 11.5),
    fields: { status: 'closed', closedOn: heldOn },
  }
  const told = findings.filter(({ criterion }) => Object.hasOwn(TOLD, criterion.id))
  return {
    writes: [begun, filled, closed],
    gaps: gapsOf(isTold ? told : findings, { form, site, heldOn, id }),
  }
}

function finding(criterion: CriterionQuestion, weakness: number, dice: Dice) {
  if (dice.chance(0.04)) return { answer: 'na', comment: '' }
  if (!dice.chance(weakness)) return { answer: 'yes', comment: '' }
  const answer = dice.chance(0.6) ? 'partial' : 'no'
  const phrase = criterion.phrases?.length ? dice.pick(criterion.phrases).fr : ''
  return { answer, comment: phrase ? `${phrase}.` : '' }
}

/** The three weakest points become actions, what is not met at all first. */
function gapsOf(
  findings: readonly { criterion: CriterionQuestion; answer: string; comment: string }[],
  { form, site, heldOn, id }: { form: Form; site: SiteId; heldOn: Day; id: RecordId },
): readonly FoundGap[] {
  return findings
    .filter(({ answer }) => answer === 'no' || answer === 'partial')
    .sort((a, b) => Number(b.answer === 'no') - Number(a.answer === 'no'))
    .slice(0, 3)
    .map(({ criterion, answer, comment }) => ({
      site,
      foundOn: heldOn,
      fields: actionFromCriterion({
        form,
        criterion,
        answer,
        comment,
        record: id,
        today: heldOn,
        language: 'fr',
      }),
    }))
}
