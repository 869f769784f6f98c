import writeXlsxFile from 'write-excel-file/universal'

/** A number shown in a format, as a day by its serial number; or a yes or no. */
export interface FormattedCell {
  readonly value: number | boolean
  readonly format: string | undefined
}

/** A cell to be written: texts stay texts, whatever they begin with; numbers and days are real. */
export type CellOut = string | number | Date | FormattedCell | null

export interface SheetOut {
  readonly name: string
  /** Headers first. */
  readonly rows: readonly (readonly CellOut[])[]
}

/** Excel refuses longer names, and these signs. */
export function sheetName(wanted: string): string {
  return (
    wanted
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Feuille'
  )
}

/** An XLSX workbook: first row bold and frozen, one sheet after the other. */
export async function writeWorkbook(sheets: readonly SheetOut[]): Promise<Blob> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: widthsOf(rows),
    data: rows.map((row, at) => row.map((cell) => cellOf(cell, at === 0))),
  }))
  return writeXlsxFile(written).toBlob()
}

function cellOf(cell: CellOut, isHeader: boolean) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object' && 'value' in cell) return formatted(cell)
  if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy' }
  const value = cell.slice(0, 32_767)
  return isHeader ? { value, type: String, fontWeight: 'bold' as const } : { value, type: String }
}

function formatted({ value, format }: FormattedCell) {
  if (typeof value === 'boolean') return { value, type: Boolean }
  return { value, type: Number, ...(format === undefined ? {} : { format }) }
}

function widthsOf(rows: SheetOut['rows']) {
  const widths: number[] = []
  for (const row of rows.slice(0, 200)) {
    row.forEach((cell, at) => {
      const length = typeof cell === 'string' ? cell.length : 12
      widths[at] = Math.min(60, Math.max(widths[at] ?? 8, length + 2))
    })
  }
  return widths.map((width) => ({ width }))
}
