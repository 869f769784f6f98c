import type { Form } from '../form.ts'
import { CATALOGUE } from './catalogue.ts'

/** One file, and so one piece to fetch, by form: a tablet reads the grid in hand, not the library. */
const LOADERS: Record<keyof typeof CATALOGUE, () => Promise<Form>> = {
  auditMedication: async () => (await import('./audit-medication.ts')).auditMedication,
  auditCatering: async () => (await import('./audit-catering.ts')).auditCatering,
  auditRights: async () => (await import('./audit-rights.ts')).auditRights,
  eppRestraint: async () => (await import('./epp-restraint.ts')).eppRestraint,
  tracerPerson: async () => (await import('./tracer-person.ts')).tracerPerson,
  declareEvent: async () => (await import('./declare-event.ts')).declareEvent,
}

/** One form, read when it is asked. Undefined when this build does not know that version. */
export async function loadForm(id: string, version: number): Promise<Form | undefined> {
  const found = Object.entries(CATALOGUE).find(
    ([, entry]) => entry.id === id && entry.version === version,
  )
  return found && LOADERS[found[0] as keyof typeof CATALOGUE]()
}
