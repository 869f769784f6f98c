import type { Form } from '../form.ts'
import { CATALOGUE } from './catalogue.ts'

/** One file, and so one piece to fetch, by form: a tablet reads the grid in hand, not the library. */
const LOADERS: Record<keyof typeof CATALOGUE, () => Promise<Form>> = {
  auditMedication: async () => (await import('./audit-medication.ts')).auditMedication,
  auditCatering: async () => (await import('./audit-catering.ts')).auditCatering,
  auditCatering1: async () => (await import('./audit-catering-1.ts')).auditCatering1,
  auditRights: async () => (await import('./audit-rights.ts')).auditRights,
  eppRestraint: async () => (await import('./epp-restraint.ts')).eppRestraint,
  tracerPerson: async () => (await import('./tracer-person.ts')).tracerPerson,
  eppHandHygiene: async () => (await import('./epp-hand-hygiene.ts')).eppHandHygiene,
  auditPrecautions: async () => (await import('./audit-precautions.ts')).auditPrecautions,
  auditRespect: async () => (await import('./audit-respect.ts')).auditRespect,
  eppFalls: async () => (await import('./epp-falls.ts')).eppFalls,
  eppNutrition: async () => (await import('./epp-nutrition.ts')).eppNutrition,
  eppPain: async () => (await import('./epp-pain.ts')).eppPain,
  eppPersonalPlan: async () => (await import('./epp-personal-plan.ts')).eppPersonalPlan,
  auditCrisisPlan: async () => (await import('./audit-crisis-plan.ts')).auditCrisisPlan,
  auditWorkRisks: async () => (await import('./audit-work-risks.ts')).auditWorkRisks,
  auditLaundry: async () => (await import('./audit-laundry.ts')).auditLaundry,
  auditWaste: async () => (await import('./audit-waste.ts')).auditWaste,
  eppIdentity: async () => (await import('./epp-identity.ts')).eppIdentity,
  eppUserFile: async () => (await import('./epp-user-file.ts')).eppUserFile,
  auditHeatwave: async () => (await import('./audit-heatwave.ts')).auditHeatwave,
  eppPressureSores: async () => (await import('./epp-pressure-sores.ts')).eppPressureSores,
  eppEndOfLife: async () => (await import('./epp-end-of-life.ts')).eppEndOfLife,
  auditExcreta: async () => (await import('./audit-excreta.ts')).auditExcreta,
  auditWater: async () => (await import('./audit-water.ts')).auditWater,
  auditFire: async () => (await import('./audit-fire.ts')).auditFire,
  eppBehaviour: async () => (await import('./epp-behaviour.ts')).eppBehaviour,
  eppAdmission: async () => (await import('./epp-admission.ts')).eppAdmission,
  auditComplaints: async () => (await import('./audit-complaints.ts')).auditComplaints,
  auditSchooling: async () => (await import('./audit-schooling.ts')).auditSchooling,
  auditCalmSpaces: async () => (await import('./audit-calm-spaces.ts')).auditCalmSpaces,
  auditTransport: async () => (await import('./audit-transport.ts')).auditTransport,
  auditIntimateLife: async () => (await import('./audit-intimate-life.ts')).auditIntimateLife,
  tracerMedication: async () => (await import('./tracer-medication.ts')).tracerMedication,
  systemAudit: async () => (await import('./system-audit.ts')).systemAudit,
  selfImperatives: async () => (await import('./self-imperatives.ts')).selfImperatives,
  selfMaturity: async () => (await import('./self-maturity.ts')).selfMaturity,
  selfShortell: async () => (await import('./self-shortell.ts')).selfShortell,
  selfEpidemic: async () => (await import('./self-epidemic.ts')).selfEpidemic,
  eppExperience: async () => (await import('./epp-experience.ts')).eppExperience,
  selfRisks: async () => (await import('./self-risks.ts')).selfRisks,
  declareEvent: async () => (await import('./declare-event.ts')).declareEvent,
}

/** One form, read when it is asked. Undefined when this build does not know that version. */
export async function loadForm(id: string, version: number): Promise<Form | undefined> {
  const found = Object.entries(CATALOGUE).find(
    ([, entry]) => entry.id === id && entry.version === version,
  )
  return found && LOADERS[found[0] as keyof typeof CATALOGUE]()
}
