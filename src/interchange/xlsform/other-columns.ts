import type { Json } from '#domain/shared/json.ts'
import { languageOf } from './headers.ts'
import type { FormRow } from './survey-sheet.ts'
import type { UnusedColumns } from './unused-columns.ts'

/** Columns that become something in Escale, in at least one of its two languages. */
const READ = new Set([
  'type',
  'name',
  'label',
  'hint',
  'required',
  'constraint',
  'constraint_message',
  'relevant',
  'default',
  'calculation',
  'weight',
  'imperatif',
  'blocking',
  'unit',
  'escale',
  'list_name',
  'value',
  'score',
  'reading',
  'sign',
])

/**
 * The cells Escale has no use for, by canonical header, to be given back as they were: appearance,
 * parameters, media, other languages, columns of one's own. `used` are those it read all the same.
 */
export function carriedCells(
  row: FormRow,
  also: readonly string[] = [],
  tell?: { readonly unused: UnusedColumns; readonly used: readonly string[] },
): { readonly cells?: { readonly [header: string]: Json } } {
  const cells: Record<string, Json> = {}
  for (const { header, value } of row.cells) {
    const known = READ.has(header.name) || also.includes(header.name)
    const foreign = header.language !== undefined && languageOf(header.language) === undefined
    if (known && !foreign) continue
    const given = header.language ? `${header.name}::${header.language}` : header.name
    cells[given] = value
    if (tell && !foreign && !tell.used.includes(header.name)) tell.unused.note(row, header)
  }
  return Object.keys(cells).length > 0 ? { cells } : {}
}
