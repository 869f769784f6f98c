import type { Form } from '../form.ts'
import { auditCatering } from './audit-catering.ts'
import { auditMedication } from './audit-medication.ts'
import { auditRights } from './audit-rights.ts'
import { declareEvent } from './declare-event.ts'
import { eppRestraint } from './epp-restraint.ts'
import { tracerPerson } from './tracer-person.ts'

/** Every form built in, each version once: answers are always read with the version they began with. */
const FORMS: readonly Form[] = [
  auditMedication,
  auditCatering,
  auditRights,
  eppRestraint,
  tracerPerson,
  declareEvent,
]

/** The form answers were begun with; undefined when this build does not know that version. */
export function findForm(id: string, version: number): Form | undefined {
  return FORMS.find((form) => form.id === id && form.version === version)
}

/** Forms one may begin today: the latest version of each, in the order of the library. */
export function formsOfKind(kind: Form['kind']): readonly Form[] {
  return FORMS.filter(
    (form) =>
      form.kind === kind &&
      !FORMS.some((other) => other.id === form.id && other.version > form.version),
  )
}
