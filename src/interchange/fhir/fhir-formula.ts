import type { Expr } from '#domain/form/expr.ts'
import type { Result } from '#domain/shared/result.ts'
import { settled } from '../expressions/formulas.ts'
import { parseFhirPath } from '../expressions/parse-fhir-path.ts'
import type { ExpressionFault } from '../expressions/x-path.ts'
import type { NameScope } from '../expressions/x-path-to-expr.ts'

/** A FHIRPath formula in Escale's words; a fault names what has none. */
export function fhirFormula(
  text: string,
  {
    scope,
    variables,
  }: { readonly scope: NameScope; readonly variables: ReadonlyMap<string, string> },
): Result<Expr, ExpressionFault> {
  const parsed = parseFhirPath(text, variables)
  return parsed.ok ? settled(parsed.value, scope) : parsed
}
