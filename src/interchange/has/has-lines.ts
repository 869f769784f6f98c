import type { Carried } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord } from '../is-record.ts'

/** One line of the user's file, as it was: its sheet, its number there, its cells by column. */
export interface HasLine {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly string[]
}

/** One sheet of the user's file: its header, and every line no element came from. */
export interface HasSheet {
  readonly name: string
  readonly headers: readonly string[]
  readonly others: readonly HasLine[]
}

/** What an element keeps of its line, for the way back to the same columns. */
export function carryLine({ sheet, row, cells }: HasLine): Carried {
  return { has: { sheet, row, cells: [...cells] } }
}

/** What the grid keeps of the file; the lines of its elements are with them. */
export function carrySheets(sheets: readonly HasSheet[]): Carried {
  return {
    has: {
      sheets: sheets.map(({ name, headers, others }) => ({
        name,
        headers: [...headers],
        others: others.map(({ row, cells }) => ({ row, cells: [...cells] })),
      })),
    },
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
  const { sheet, row, cells } = value
  if (typeof row !== 'number' || !Array.isArray(cells)) return undefined
  return { sheet: typeof sheet === 'string' ? sheet : '', row, cells: texts(cells) }
}

function texts(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? value : []).map((cell) => (typeof cell === 'string' ? cell : ''))
}
