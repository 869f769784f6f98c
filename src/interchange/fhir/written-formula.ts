import type { Expr } from '#domain/form/expr.ts'
import type { Json } from '#domain/shared/json.ts'
import { exprToFhirPath } from '../expressions/expr-to-fhir-path.ts'
import { faultWords } from '../fault-words.ts'
import type { JsonRecord } from '../is-record.ts'
import type { Unsaid } from '../unsaid.ts'
import { EXTENSIONS, textOf } from './extensions.ts'
import type { FhirWriteContext } from './fhir-scope.ts'

/** Members of a question a formula may be of. */
export type FormulaMember = 'relevance' | 'default' | 'value'

const URLS: Record<FormulaMember, string> = {
  relevance: EXTENSIONS.enableWhen,
  default: EXTENSIONS.initial,
  value: EXTENSIONS.calculated,
}

/** A formula as an extension; as it was written, when it could not be read. */
export function expressionExtension(
  member: FormulaMember,
  expr: Expr | undefined,
  unread: Json | undefined,
  { id }: { readonly id: string },
  context: FhirWriteContext,
): readonly JsonRecord[] {
  const url = URLS[member]
  const said = expr === undefined ? textOf(unread) : writtenFormula(expr, id, context)
  if (expr !== undefined && said === undefined) {
    leaveUnsaid(id, { [member]: expr as unknown as Json }, context)
  }
  return said === undefined || said === ''
    ? []
    : [{ url, valueExpression: { language: 'text/fhirpath', expression: said } }]
}

/** Keeps what FHIR cannot say beside its question. */
export function leaveUnsaid(id: string, members: Unsaid, { unsaid }: FhirWriteContext): void {
  unsaid.set(id, { ...unsaid.get(id), ...members })
}

/** A formula in FHIRPath; undefined, and told, when it cannot be said. */
export function writtenFormula(
  expr: Expr,
  id: string,
  context: FhirWriteContext,
): string | undefined {
  const written = exprToFhirPath(expr, context)
  if (written.ok) return written.value
  const why = faultWords(written.error)
  const linkId = context.linkId(id)
  context.notes.add('kept-aside', 'expression-unsaid', { linkId }, { why: why.fr, whyEn: why.en })
  return undefined
}
