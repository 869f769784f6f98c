import type { CellOut, SheetOut } from '../workbook/write-workbook.ts'
import type { Table } from './french-csv.ts'

/** A table as the sheet of a workbook: numbers and days are real ones. */
export function tableSheet(name: string, table: Table): SheetOut {
  return {
    name,
    rows: table.map((row) =>
      row.map(
        (cell): CellOut =>
          typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell,
      ),
    ),
  }
}
