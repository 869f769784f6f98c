import type { Form } from '#domain/form/form.ts'
import type { fr } from './fr.ts'

/** What one may begin from the audits' page, by the words of its list; a plain audit has no method. */
export const AUDIT_METHODS = [
  ['audit', 'methodAudit'],
  ['targeted-tracer', 'methodTargetedTracer'],
  ['system-audit', 'methodSystemAudit'],
  ['self-evaluation', 'methodSelfEvaluation'],
] as const satisfies readonly (readonly [string, keyof typeof fr])[]

/** The method of a grid, as the list names it. */
export function methodOf({ method }: Pick<Form, 'method'>): string {
  return method ?? 'audit'
}
