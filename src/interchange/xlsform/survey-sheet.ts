import type { Text } from '#domain/shared/text.ts'
import type { Notes, Place } from '../notes.ts'
import type { Sheet, SheetRow } from '../workbook/workbook.ts'
import { type Header, isOneRowText, languageOf, readHeader } from './headers.ts'

/** One row of a sheet, its cells by canonical column. */
export interface FormRow {
  readonly row: number
  readonly sheet: string
  /** Canonical name, without language; trimmed, never undefined. */
  readonly get: (column: string) => string
  /** A text in the two languages; undefined when no language has it. */
  readonly text: (column: string) => Text | undefined
  /** Every filled cell, with its header. */
  readonly cells: readonly { readonly header: Header; readonly value: string }[]
  readonly place: (column?: string) => Place
}

/** A sheet whose first filled row holds headers, read row by row. */
export function readFormSheet(
  sheet: Sheet,
  defaultLanguage: string,
  notes: Notes,
): readonly FormRow[] {
  const { name } = sheet
  const [first, ...rest] = sheet.rows
  const headers = (first?.cells ?? []).map(readHeader)
  for (const language of new Set(headers.flatMap((header) => header.language ?? []))) {
    if (languageOf(language) === undefined) {
      notes.add('kept-aside', 'other-language', { sheet: name }, { language })
    }
  }
  return unmerged(sheet, rest, headers, notes).map(({ row, cells }) => {
    const filled = cells.flatMap((cell, index) => {
      const header = headers[index]
      const value = cell.trim()
      return header && header.name !== '' && value !== '' ? [{ header, value }] : []
    })
    return {
      row,
      sheet: name,
      cells: filled,
      get: (column) =>
        filled.find(({ header }) => header.name === column && !header.language)?.value ??
        filled.find(({ header }) => header.name === column)?.value ??
        '',
      text: (column) =>
        textOf(
          filled.filter(({ header }) => header.name === column),
          defaultLanguage,
        ),
      place: (column) => ({ sheet: name, row, ...(column === undefined ? {} : { column }) }),
    }
  })
}

/** What a row is called when it has no name: its label, else whatever it says first. */
export function firstWords(row: FormRow): string {
  return row.text('label')?.fr ?? row.cells[0]?.value ?? ''
}

/** Rows with the value of each cell merged downwards in all the rows it covers: that is how one reads it. */
function unmerged(
  { name, merges = [] }: Sheet,
  rows: readonly SheetRow[],
  headers: readonly Header[],
  notes: Notes,
): readonly SheetRow[] {
  const shared = merges.flatMap((merge) => {
    const header = headers[merge.column]
    const value = rows.find(({ row }) => row === merge.from)?.cells[merge.column]?.trim() ?? ''
    if (!header || value === '' || isOneRowText(header)) return []
    // A group is opened once, and closed once.
    return header.name === 'type' && /^(begin|end)\b/i.test(value)
      ? []
      : [{ ...merge, header, value }]
  })
  if (shared.length === 0) return rows
  for (const { header, from, to } of shared) {
    const words = { from: String(from), to: String(to) }
    notes.add('repaired', 'merged-cell', { sheet: name, row: from, column: header.name }, words)
  }
  return rows.map((line) => {
    const cells = [...line.cells]
    for (const { column, from, to, value } of shared) {
      if (line.row <= from || line.row > to || (cells[column] ?? '').trim() !== '') continue
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
    return { ...line, cells }
  })
}

/** A missing language reads as the other: a question nobody can read is worse. */
function textOf(
  cells: readonly { readonly header: Header; readonly value: string }[],
  defaultLanguage: string,
): Text | undefined {
  const find = (wanted: 'fr' | 'en') =>
    cells.find(({ header }) => languageOf(header.language ?? defaultLanguage) === wanted)?.value
  const any = cells.find(({ header }) => header.language === undefined)?.value ?? cells.at(0)?.value
  const fr = find('fr') ?? any
  const en = find('en') ?? any
  return fr === undefined || en === undefined ? undefined : { fr, en }
}
