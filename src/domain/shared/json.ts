/** What an operation may carry: plain data, nothing that a page, a wire or a log could not hold. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** The fields of a record as the screen sees them: one flat map, `answers.C3` and not a tree. */
export type Fields = Readonly<Record<string, Json>>

/** The values stored below `prefix`, by what follows it: `answers.` gives `{ C3: 'yes' }`. */
export function fieldsBelow(fields: Fields, prefix: string): Map<string, Json> {
  const found = new Map<string, Json>()
  for (const [name, value] of Object.entries(fields)) {
    if (name.startsWith(prefix) && value !== null) found.set(name.slice(prefix.length), value)
  }
  return found
}

/** A field read as text; anything else, or nothing, is the empty string. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** A field read as a number; anything else is undefined, for zero is a value. */
export function numberField(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** A field read as one of the codes allowed; an unknown code reads as the fallback. */
export function codeField<C extends string>(
  fields: Fields,
  name: string,
  codes: readonly C[],
  fallback: C,
): C {
  const value = fields[name]
  return codes.find((code) => code === value) ?? fallback
}
