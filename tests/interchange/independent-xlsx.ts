import { strFromU8, unzipSync } from 'fflate'
import type { PlainSheet } from './read-sample.ts'

/** A workbook as write-excel-file makes it, read with regular expressions: not the product's reader. */
export function plainSheets(bytes: Uint8Array): readonly PlainSheet[] {
  const files = unzipSync(bytes)
  const text = (path: string) => {
    const file = files[path]
    return file ? strFromU8(file) : ''
  }
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map((found) =>
    unescaped((found[1] ?? '').replace(/<[^>]+>/g, '')),
  )
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)]
  return names.map((found, at) => ({
    name: unescaped(found[1] ?? ''),
    rows: [...text(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row\b.*?(?:\/>|<\/row>)/gs)].map(
      ([row]) => cellsOf(row, shared),
    ),
  }))
}

/** Cells of a sheet that are no text: by address, the type Excel gives them, their value and their format. */
export function typedCells(bytes: Uint8Array, sheet = 1): Readonly<Record<string, string>> {
  const files = unzipSync(bytes)
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array())
  const styles = text('xl/styles.xml')
  const codes = new Map(
    [...styles.matchAll(/<numFmt [^>]*?numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id = '', code = '']) => [id, unescaped(code)],
    ),
  )
  const formats = [
    ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf\b([^>]*)>/g),
  ].map(([, attributes = '']) => codes.get(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '') ?? '')
  const found = [...text(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<c\b([^>]*?)>(.*?)<\/c>/gs)]
  return Object.fromEntries(
    found.flatMap(([, attributes = '', inside = '']) => {
      const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
      if (type === 's' || type === 'inlineStr' || type === 'str') return []
      const value = inside.replace(/<[^>]+>/g, '')
      const format = formats[Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1)] ?? ''
      return [[/\br="(\w+)"/.exec(attributes)?.[1] ?? '', [type, value, format].join(' ').trim()]]
    }),
  )
}

function cellsOf(row: string, shared: readonly string[]): string[] {
  const cells: string[] = []
  for (const [, attributes = '', inside = ''] of row.matchAll(
    /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const letters = /r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A'
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    const value = unescaped(inside.replace(/<[^>]+>/g, ''))
    while (cells.length < column) cells.push('')
    cells[column] = /t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : value
  }
  return cells
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
