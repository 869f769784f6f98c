/** An expression of a foreign form, as it is written there, before it is put in Escale's own words. */
export type XPath =
  | { readonly kind: 'literal'; readonly value: string | number }
  /** `bare`: written without `${}` or a path, as the columns of a list in a choice filter. */
  | { readonly kind: 'field'; readonly name: string; readonly bare?: true }
  | { readonly kind: 'self' }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly XPath[] }

export interface ExpressionFault {
  /** `syntax`: cannot be read; `function` and `path`: read, and not known here. */
  readonly kind: 'syntax' | 'function' | 'path' | 'reference' | 'too-deep'
  readonly what: string
}
