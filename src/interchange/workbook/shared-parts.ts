/** What the sheets of a workbook have in common. */
export interface SharedParts {
  readonly strings: readonly string[]
  /** Whether the cell style of that index shows a date. */
  readonly isDate: (style: number) => boolean
  /** Code of the format of that style; undefined for none. */
  readonly formatOf: (style: number) => string | undefined
  readonly startsIn1904: boolean
}
