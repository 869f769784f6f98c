/** A workbook as the importers read it: texts by row, each with the number a person sees in Excel. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
}

export interface Sheet {
  readonly name: string
  /** Rows with something in them, in order. */
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** From 1, as in the margin of the sheet. */
  readonly row: number
  /** From column A; empty cells are empty texts. */
  readonly cells: readonly string[]
}

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
