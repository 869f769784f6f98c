import type { Form, FormKind, ObservationUnit } from './form.ts'

/**
 * What one line of answers may be about, by kind of form; the usual one first. An audit looks once at the
 * home, at one of its premises or at one person; a round of EPP reads files, watches moments or hears
 * persons; an accompagné traceur follows one person (R-GRI-6).
 */
export const UNITS_OF_KIND = {
  audit: ['structure', 'premises', 'person'],
  epp: ['file', 'opportunity', 'person'],
  tracer: ['person'],
  'adverse-event': ['event'],
} as const satisfies Record<FormKind, readonly ObservationUnit[]>

/** Whether a form of this kind may be about this. */
export function isUnitOfKind(unit: ObservationUnit, kind: FormKind): boolean {
  const units: readonly ObservationUnit[] = UNITS_OF_KIND[kind]
  return units.includes(unit)
}

/** The same unit when the kind knows it, else its usual one: a form brought from elsewhere says either alone. */
export function unitOfKind(unit: ObservationUnit, kind: FormKind): ObservationUnit {
  return isUnitOfKind(unit, kind) ? unit : UNITS_OF_KIND[kind][0]
}

/** Whether each filling says which premises or which person it is about (`subject` of a filling). */
export function hasSubject({ kind, unit }: Pick<Form, 'kind' | 'unit'>): boolean {
  return kind === 'audit' && (unit === 'premises' || unit === 'person')
}
