import type { Notes } from '../notes.ts'
import { serialToText } from './serial-to-text.ts'
import type { SharedParts } from './shared-parts.ts'
import { walkXml } from './walk-xml.ts'
import type { Merge, Sheet, SheetRow, TypedCell } from './workbook.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
/** What Excel itself holds in a cell. */
const LONGEST_CELL = 32_767
/** More than any form has. */
const MOST_MERGES = 2_000
const DAYS_FROM_1900_TO_1904 = 1_462

interface CellUnderWay {
  readonly column: number
  readonly address: string
  readonly type: string
  readonly style: number
  value: string | undefined
}

/** One sheet: its rows with something in them, and its merged cells. */
export function readSheet(xml: string, sheet: string, shared: SharedParts, notes: Notes): Sheet {
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  let row = 0
  let column = -1
  let cells: string[] = []
  let typed: TypedCell[] = []
  let cell: CellUnderWay | undefined
  let reads = false
  let far = false
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const said = Number(attributes().r)
        row = Number.isInteger(said) && said > 0 ? said : row + 1
        column = -1
        cells = []
        typed = []
      } else if (name === 'c') {
        const { r = '', t = 'n', s } = attributes()
        column = columnOf(r) ?? column + 1
        cell = { column, address: r, type: t, style: Number(s ?? -1), value: undefined }
      } else if (name === 'mergeCell' && merges.length < MOST_MERGES) {
        merges.push(...mergeOf(attributes().ref))
      }
      reads = name === 'v' || name === 't'
    },
    text(text) {
      if (cell && reads) cell.value = (cell.value ?? '') + text
    },
    close(name) {
      reads = false
      if (name === 'c' && cell) {
        if (cell.column >= MOST_COLUMNS || row > MOST_ROWS) {
          if (!far) notes.add('lost', 'cell-out-of-reach', { sheet }, { cell: cell.address })
          far = true
        } else place(cell)
        cell = undefined
      } else if (name === 'row' && cells.length > 0 && cells.some((each) => each !== '')) {
        rows.push({ row, cells, ...(typed.length > 0 ? { typed } : {}) })
      }
    },
  })
  return { name: sheet, rows, ...(merges.length > 0 ? { merges } : {}) }

  function place(done: CellUnderWay): void {
    const text = textOf(done, shared)
    if (text === undefined) {
      notes.add('lost', 'bad-cell', { sheet, row }, { cell: done.address })
      return
    }
    while (cells.length < done.column) cells.push('')
    cells[done.column] = text.slice(0, LONGEST_CELL)
    const value = typedValue(done, shared)
    if (value !== undefined) {
      typed.push({ column: done.column, value, format: shared.formatOf(done.style) })
    }
  }
}

/** The value of a cell that is no text; days count from 1900 whatever the workbook does. */
function typedValue(
  { type, value, style }: CellUnderWay,
  shared: SharedParts,
): number | boolean | undefined {
  if (value === undefined || value.trim() === '') return undefined
  if (type === 'b') return value === '1'
  const number = Number(value)
  if (type !== 'n' || !Number.isFinite(number)) return undefined
  return shared.startsIn1904 && shared.isDate(style) ? number + DAYS_FROM_1900_TO_1904 : number
}

/** What a person sees in the cell, days as `2026-03-11`; undefined for an error or a lost formula. */
function textOf({ type, value, style }: CellUnderWay, shared: SharedParts): string | undefined {
  switch (type) {
    case 's':
      return value === undefined ? undefined : shared.strings[Number(value)]
    case 'b':
      return value === '1' ? 'true' : 'false'
    case 'e':
      return undefined
    case 'str':
      return value
    case 'inlineStr':
    case 'd':
      return value ?? ''
    default: {
      if (value === undefined) return ''
      const number = Number(value)
      if (value.trim() === '' || !Number.isFinite(number)) return value
      return shared.isDate(style) ? serialToText(number, shared.startsIn1904) : String(number)
    }
  }
}

/** `A2:A5` as a merge; none for cells merged on one row, or for no reference at all. */
function mergeOf(reference = ''): readonly Merge[] {
  const [first = '', last = ''] = reference.split(':')
  const column = columnOf(first)
  const [from, to] = [first, last].map((address) => Number(/\d+$/.exec(address)?.[0]))
  return column !== undefined && from && to && to > from ? [{ column, from, to }] : []
}

function columnOf(address: string): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(address)?.[0].toUpperCase()
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
