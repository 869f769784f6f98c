import type { Expr } from '#domain/form/expr.ts'
import type { Json } from '#domain/shared/json.ts'
import { exprToFhirPath } from '../expressions/expr-to-fhir-path.ts'
import { faultWords } from '../fault-words.ts'
import type { JsonRecord } from '../is-record.ts'
import { textOf } from './extensions.ts'
import type { FhirWriteContext } from './fhir-scope.ts'

/** A formula as an extension; as it was written, when it could not be read. */
export function expressionExtension(
  url: string,
  expr: Expr | undefined,
  unread: Json | undefined,
  { id }: { readonly id: string },
  context: FhirWriteContext,
): readonly JsonRecord[] {
  const said = expr === undefined ? textOf(unread) : writtenFormula(expr, id, context)
  return said === undefined || said === ''
    ? []
    : [{ url, valueExpression: { language: 'text/fhirpath', expression: said } }]
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
  context.notes.add('lost', 'expression-unsaid', { linkId }, { why: why.fr, whyEn: why.en })
  return undefined
}
