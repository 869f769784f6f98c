import type { Notes } from '../notes.ts'
import type { Header } from './headers.ts'
import type { FormRow } from './survey-sheet.ts'

/** Rows quoted in a sentence; a column of a long form is used on hundreds. */
const QUOTED = 8

/** Columns Escale has no use for, told once each, with the rows where they say something. */
export class UnusedColumns {
  private readonly found = new Map<string, { column: string; sheet: string; rows: number[] }>()

  note({ sheet, row }: FormRow, { written: column }: Header): void {
    const key = JSON.stringify([sheet, column])
    const known = this.found.get(key)
    if (known) known.rows.push(row)
    else this.found.set(key, { column, sheet, rows: [row] })
  }

  /** Pictures and sounds of a choice: other columns of a list may serve its filters. */
  noteMedia(row: FormRow): void {
    for (const { header } of row.cells) {
      if (header.name.startsWith('media::')) this.note(row, header)
    }
  }

  tell(notes: Notes): void {
    for (const { column, sheet, rows } of this.found.values()) {
      const [row] = rows
      const place = { sheet, ...(rows.length === 1 && row !== undefined ? { row } : {}), column }
      notes.add('kept-aside', 'kept-column', place, { column, ...rowWords(rows) })
    }
  }
}

function rowWords(rows: readonly number[]): { readonly rows: string; readonly rowsEn: string } {
  const quoted = rows.slice(0, QUOTED).join(', ')
  const more = rows.length - QUOTED
  if (rows.length === 1) return { rows: `ligne ${quoted}`, rowsEn: `row ${quoted}` }
  return {
    rows: `lignes ${quoted}${more > 0 ? ` et ${more} de plus` : ''}`,
    rowsEn: `rows ${quoted}${more > 0 ? ` and ${more} more` : ''}`,
  }
}
