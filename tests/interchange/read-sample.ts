import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = join(import.meta.dirname, 'samples')

export function sampleBytes(name: string): Uint8Array {
  return readFileSync(join(HERE, name))
}

export function sampleText(name: string): string {
  return readFileSync(join(HERE, name), 'utf8')
}

export interface PlainSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** A workbook kept as CSV: a sheet's name in the first column, its rows after it. */
export function sampleSheets(name: string): readonly PlainSheet[] {
  const sheets: { name: string; rows: string[][] }[] = []
  for (const [first = '', ...cells] of csvRows(sampleText(name))) {
    if (first !== '') sheets.push({ name: first, rows: [] })
    else sheets.at(-1)?.rows.push(cells)
  }
  return sheets
}

function csvRows(text: string): readonly string[][] {
  const rows: string[][] = [[]]
  const shape = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy
  for (let found = shape.exec(text); found && found[0] !== ''; found = shape.exec(text)) {
    rows.at(-1)?.push((found[1]?.replace(/""/g, '"') ?? found[2] ?? '').trim())
    if (found[3] === '\n') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
