import type { Form } from '../form.ts'
import { auditCalmSpaces } from './audit-calm-spaces.ts'
import { auditCatering } from './audit-catering.ts'
import { auditCatering1 } from './audit-catering-1.ts'
import { auditComplaints } from './audit-complaints.ts'
import { auditCrisisPlan } from './audit-crisis-plan.ts'
import { auditExcreta } from './audit-excreta.ts'
import { auditFire } from './audit-fire.ts'
import { auditHeatwave } from './audit-heatwave.ts'
import { auditIntimateLife } from './audit-intimate-life.ts'
import { auditLaundry } from './audit-laundry.ts'
import { auditMedication } from './audit-medication.ts'
import { auditPrecautions } from './audit-precautions.ts'
import { auditRespect } from './audit-respect.ts'
import { auditRights } from './audit-rights.ts'
import { auditSchooling } from './audit-schooling.ts'
import { auditTransport } from './audit-transport.ts'
import { auditWaste } from './audit-waste.ts'
import { auditWater } from './audit-water.ts'
import { auditWorkRisks } from './audit-work-risks.ts'
import { entriesOfKind } from './catalogue.ts'
import { declareEvent } from './declare-event.ts'
import { eppAdmission } from './epp-admission.ts'
import { eppBehaviour } from './epp-behaviour.ts'
import { eppEndOfLife } from './epp-end-of-life.ts'
import { eppExperience } from './epp-experience.ts'
import { eppFalls } from './epp-falls.ts'
import { eppHandHygiene } from './epp-hand-hygiene.ts'
import { eppIdentity } from './epp-identity.ts'
import { eppNutrition } from './epp-nutrition.ts'
import { eppPain } from './epp-pain.ts'
import { eppPersonalPlan } from './epp-personal-plan.ts'
import { eppPressureSores } from './epp-pressure-sores.ts'
import { eppRestraint } from './epp-restraint.ts'
import { eppUserFile } from './epp-user-file.ts'
import { selfEpidemic } from './self-epidemic.ts'
import { selfImperatives } from './self-imperatives.ts'
import { selfMaturity } from './self-maturity.ts'
import { selfRisks } from './self-risks.ts'
import { selfShortell } from './self-shortell.ts'
import { systemAudit } from './system-audit.ts'
import { tracerMedication } from './tracer-medication.ts'
import { tracerPerson } from './tracer-person.ts'

/** Every form built in, each version once: answers are always read with the version they began with. */
const FORMS: readonly Form[] = [
  auditMedication,
  auditCatering,
  auditCatering1,
  auditRights,
  eppRestraint,
  eppHandHygiene,
  auditPrecautions,
  auditRespect,
  eppFalls,
  eppNutrition,
  eppPain,
  eppPersonalPlan,
  auditCrisisPlan,
  auditWorkRisks,
  auditLaundry,
  auditWaste,
  eppIdentity,
  eppUserFile,
  auditHeatwave,
  eppPressureSores,
  eppEndOfLife,
  auditExcreta,
  auditWater,
  auditFire,
  eppBehaviour,
  eppAdmission,
  auditComplaints,
  auditSchooling,
  auditCalmSpaces,
  auditTransport,
  auditIntimateLife,
  tracerMedication,
  systemAudit,
  selfImperatives,
  selfMaturity,
  selfShortell,
  selfEpidemic,
  eppExperience,
  selfRisks,
  tracerPerson,
  declareEvent,
]

/** The form answers were begun with; undefined when this build does not know that version. */
export function findForm(id: string, version: number): Form | undefined {
  return FORMS.find((form) => form.id === id && form.version === version)
}

/** Forms one may begin today: the latest version of each, in the order of the library. */
export function formsOfKind(kind: Form['kind']): readonly Form[] {
  return entriesOfKind(kind).flatMap(({ id, version }) => findForm(id, version) ?? [])
}
