import type { Text } from '#domain/shared/text.ts'
import type { Notes, Place } from '../notes.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { type Header, languageOf, readHeader } from './headers.ts'

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
  { name, rows }: Sheet,
  defaultLanguage: string,
  notes: Notes,
): readonly FormRow[] {
  const [first, ...rest] = rows
  const headers = (first?.cells ?? []).map(readHeader)
  for (const language of new Set(headers.flatMap((header) => header.language ?? []))) {
    if (languageOf(language) === undefined) {
      notes.add('kept-aside', 'other-language', { sheet: name }, { language })
    }
  }
  return rest.map(({ row, cells }) => {
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
