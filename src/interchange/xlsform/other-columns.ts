import type { Json } from '#domain/shared/json.ts'
import type { Notes } from '../notes.ts'
import { languageOf } from './headers.ts'
import type { FormRow } from './survey-sheet.ts'

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
 * parameters, media, other languages, columns of one's own. Each column is told once.
 */
export function carriedCells(
  row: FormRow,
  also: readonly string[] = [],
  tell?: { readonly notes: Notes; readonly told: Set<string> },
): { readonly cells?: { readonly [header: string]: Json } } {
  const cells: Record<string, Json> = {}
  for (const { header, value } of row.cells) {
    const known = READ.has(header.name) || also.includes(header.name)
    const foreign = header.language !== undefined && languageOf(header.language) === undefined
    if (known && !foreign) continue
    const given = header.language ? `${header.name}::${header.language}` : header.name
    cells[given] = value
    const key = `${row.sheet}/${header.written}`
    if (tell && !foreign && !tell.told.has(key)) {
      tell.told.add(key)
      const column = header.written
      tell.notes.add('kept-aside', 'kept-column', { sheet: row.sheet, column }, { column })
    }
  }
  return Object.keys(cells).length > 0 ? { cells } : {}
}
