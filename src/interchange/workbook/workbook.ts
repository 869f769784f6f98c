/** A workbook as the importers read it: texts by row, each with the number a person sees in Excel. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  /** Rows with something in them, in order. */
  readonly rows: readonly SheetRow[]
  /** Cells merged downwards; left out when there are none. */
  readonly merges?: readonly Merge[]
}

/** Cells of one column shown as one: the value is in the first, and stands for all. */
export interface Merge {
  readonly column: number
  /** First and last rows, as in the margin of the sheet. */
  readonly from: number
  readonly to: number
}

/** A cell that is no text: a number, a day (its serial number, in days since 1900) or a yes or no. */
export interface TypedCell {
  readonly column: number
  readonly value: number | boolean
  /** How the sheet shows it: `0.00`, `dd/mm/yyyy`; undefined for a plain number. */
  readonly format: string | undefined
}

export interface SheetRow {
  /** From 1, as in the margin of the sheet. */
  readonly row: number
  /** From column A; empty cells are empty texts. */
  readonly cells: readonly string[]
  /** Those of `cells` that are no text; left out when all are. */
  readonly typed?: readonly TypedCell[]
}

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
