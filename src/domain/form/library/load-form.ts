import type { Form } from '../form.ts'
import { CATALOGUE, type FormEntry } from './catalogue.ts'

const LOADERS: readonly (readonly [FormEntry, () => Promise<Form>])[] = [
  [CATALOGUE.auditMedication, async () => (await import('./audit-medication.ts')).auditMedication],
  [CATALOGUE.auditCatering, async () => (await import('./audit-catering.ts')).auditCatering],
  [CATALOGUE.auditRights, async () => (await import('./audit-rights.ts')).auditRights],
  [CATALOGUE.eppRestraint, async () => (await import('./epp-restraint.ts')).eppRestraint],
  [CATALOGUE.tracerPerson, async () => (await import('./tracer-person.ts')).tracerPerson],
  [CATALOGUE.declareEvent, async () => (await import('./declare-event.ts')).declareEvent],
]

/**
 * One form, read only when a page needs it: a start page shows one draft, not the whole library.
 * Undefined when this build does not know that version. Screens that fill a form in use `findForm`.
 */
export async function loadForm(id: string, version: number): Promise<Form | undefined> {
  const found = LOADERS.find(([entry]) => entry.id === id && entry.version === version)
  return found?.[1]()
}
