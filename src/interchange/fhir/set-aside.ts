import type { Expr } from '#domain/form/expr.ts'
import type { Json } from '#domain/shared/json.ts'
import { type FormulaUse, unreadWords } from '../fault-words.ts'
import { isRecord } from '../is-record.ts'
import { fhirFormula } from './fhir-formula.ts'
import type { FhirAsked } from './fhir-tree.ts'
import type { ItemContext } from './item-context.ts'

/** A formula of an item; one that cannot be read is set aside as written, and told. */
export function readItemFormula(
  { linkId }: FhirAsked,
  use: FormulaUse,
  text: string,
  context: ItemContext,
  aside: Record<string, Json>,
): Expr | undefined {
  const read = fhirFormula(text, context)
  if (read.ok) return read.value
  unread(aside, use, text)
  context.notes.add('kept-aside', 'expression-unread', { linkId }, unreadWords(read.error, use))
  return undefined
}

/** Keeps a formula as written, by what it was for. */
export function unread(aside: Record<string, Json>, use: FormulaUse, text: string): void {
  aside.unread = { ...(isRecord(aside.unread) ? aside.unread : {}), [use]: text }
}
