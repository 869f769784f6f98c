import { readCsv } from '../answers/french-csv.ts'
import type { Notes } from '../notes.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { isXlsform, looksLikeXlsform } from './form-sheets.ts'

const MOST_ROWS = 20_000

/**
 * An XLSForm kept as CSV: the name of a sheet in the first column and its rows after it, as pyxform
 * reads them, or one sheet alone, as Excel saves them. Undefined when the text is no such thing.
 */
export function csvWorkbook(text: string, notes: Notes): Workbook | undefined {
  if (!/\btype\b/i.test(text.slice(0, 4_000))) return undefined
  const rows = readCsv(text).slice(0, MOST_ROWS)
  const whole = { sheets: namedSheets(rows) }
  if (isXlsform(whole)) return whole
  const alone = { sheets: [{ name: 'survey', rows: numbered(rows) }] }
  if (!looksLikeXlsform(alone)) return undefined
  notes.add('adapted', 'csv-as-survey', { file: true })
  return alone
}

function namedSheets(rows: readonly (readonly string[])[]): readonly Sheet[] {
  const sheets: { name: string; rows: { row: number; cells: readonly string[] }[] }[] = []
  for (const [at, [first = '', ...cells]] of rows.entries()) {
    const name = first.trim()
    if (name !== '') sheets.push({ name, rows: [] })
    if (cells.some((cell) => cell.trim() !== '')) sheets.at(-1)?.rows.push({ row: at + 1, cells })
  }
  return sheets
}

function numbered(rows: readonly (readonly string[])[]): Sheet['rows'] {
  return rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}
