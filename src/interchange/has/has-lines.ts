import type { Carried } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord } from '../is-record.ts'
import type { TypedCell } from '../workbook/workbook.ts'

/** One line of the user's file, as it was: its sheet, its number there, its cells by column, those that are no text. */
export interface HasLine {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly string[]
  readonly typed?: readonly TypedCell[] | undefined
}

/** One sheet of the user's file: its header, and every line no element came from. */
export interface HasSheet {
  readonly name: string
  readonly headers: readonly string[]
  readonly others: readonly HasLine[]
}

/** What an element keeps of its line, for the way back to the same columns. */
export function carryLine({ sheet, ...line }: HasLine): Carried {
  return { has: { sheet, ...carried(line) } }
}

/** What the grid keeps of the file; the lines of its elements are with them. */
export function carrySheets(sheets: readonly HasSheet[]): Carried {
  return {
    has: {
      sheets: sheets.map(({ name, headers, others }) => ({
        name,
        headers: [...headers],
        others: others.map(carried),
      })),
    },
  }
}

function carried({ row, cells, typed = [] }: Omit<HasLine, 'sheet'>) {
  return {
    row,
    cells: [...cells],
    ...(typed.length > 0
      ? { typed: typed.map(({ column, value, format = '' }) => [column, value, format]) }
      : {}),
  }
}

/** The line an element came from; undefined for a question that came from no such file. */
export function lineCarried(carried: Carried | undefined): HasLine | undefined {
  return lineIn(carried?.has)
}

/** The sheets a grid came from; empty for one that came from no such file. */
export function sheetsCarried(carried: Carried | undefined): readonly HasSheet[] {
  const sheets = carried?.has?.sheets
  return (Array.isArray(sheets) ? sheets : [])
    .filter(isRecord)
    .map(({ name, headers, others }) => ({
      name: typeof name === 'string' ? name : '',
      headers: texts(headers),
      others: (Array.isArray(others) ? others : []).flatMap((line) => lineIn(line) ?? []),
    }))
}

function lineIn(value: Json | undefined): HasLine | undefined {
  if (value === undefined || !isRecord(value)) return undefined
  const { sheet, row, cells, typed } = value
  if (typeof row !== 'number' || !Array.isArray(cells)) return undefined
  return {
    sheet: typeof sheet === 'string' ? sheet : '',
    row,
    cells: texts(cells),
    typed: (Array.isArray(typed) ? typed : []).flatMap((cell) => typedCell(cell) ?? []),
  }
}

function typedCell(cell: Json): TypedCell | undefined {
  const [column, value, format] = Array.isArray(cell) ? cell : []
  if (typeof column !== 'number' || (typeof value !== 'number' && typeof value !== 'boolean')) {
    return undefined
  }
  return { column, value, format: typeof format === 'string' && format !== '' ? format : undefined }
}

function texts(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? value : []).map((cell) => (typeof cell === 'string' ? cell : ''))
}
