import type { DisputedValue } from '#data/workspace.ts'
import { fieldKind } from '#domain/field-kinds.ts'
import type { RecordType } from '#domain/record-types.ts'
import type { Json } from '#domain/shared/json.ts'
import { bothTexts, proposeText } from './text-proposal.ts'

/** A value made of the two, where the field allows it. Proposed, and never kept by itself. */
export type ThirdValue =
  | { readonly kind: 'proposal'; readonly value: string; readonly clashes: boolean }
  | { readonly kind: 'both'; readonly value: Json }

/** The third version of words or of a list of choices; undefined when one must choose. */
export function thirdValue(
  type: RecordType,
  field: string,
  [one, other, more]: readonly DisputedValue[],
): ThirdValue | undefined {
  if (!one || !other || more) return undefined
  const [a, b] = [one.value, other.value]
  if (Array.isArray(a) && Array.isArray(b)) {
    return { kind: 'both', value: [...new Set([...a, ...b])] }
  }
  if (!isWords(type, field, a) || !isWords(type, field, b)) return undefined
  const made = proposeText({ text: a, was: one.was }, { text: b, was: other.was })
  return made
    ? { kind: 'proposal', value: made.text, clashes: made.clashes }
    : { kind: 'both', value: bothTexts(a, b) }
}

/** Words may be joined; a code, a day or a number may not. */
export function isWords(type: RecordType, field: string, value: Json): value is string {
  if (typeof value !== 'string' || value === '') return false
  const kind = fieldKind(type, field)
  return kind === 'text' || (kind === 'answer' && value.includes(' '))
}
