/** A cell of a table: a number keeps its decimals, a day is a real day. */
export type TableCell = string | number | null | { readonly day: string }

export type Table = readonly (readonly TableCell[])[]

/** What Excel would run as a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A table as a French Excel opens it with a double click: semicolons, a mark of UTF-8, ends of line of
 * Windows, comma in numbers, days as JJ/MM/AAAA. A text that would be run as a formula is given a
 * leading apostrophe; numbers of ours are not, they are no text.
 */
export function frenchCsv(table: Table): string {
  return `\uFEFF${table.map((row) => row.map(frenchCell).join(';')).join('\r\n')}\r\n`
}

function frenchCell(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'object') return cell.day.split('-').reverse().join('/')
  return quoted(safe(cell), ';')
}

/** The same for the open data portals: commas, no mark, days and numbers as ISO writes them. */
export function openDataCsv(table: Table): string {
  return `${table.map((row) => row.map(openCell).join(',')).join('\r\n')}\r\n`
}

function openCell(cell: TableCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return quoted(typeof cell === 'object' ? cell.day : safe(cell), ',')
}

function safe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** Rows of a CSV of either dialect: the separator is the one its first line uses most. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const whole = text.replace(/^\uFEFF/, '')
  const [head = ''] = whole.split(/\r?\n/, 1)
  const separator = count(head, ';') >= count(head, ',') ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let inQuotes = false
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at] ?? ''
    if (inQuotes) {
      if (sign !== '"') cell += sign
      else if (whole[at + 1] === '"') {
        cell += '"'
        at += 1
      } else inQuotes = false
    } else if (sign === '"' && cell === '') inQuotes = true
    else if (sign === separator || sign === '\n') {
      row.push(cell.replace(/\r$/, ''))
      cell = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.replace(/\r$/, '')])
  return rows
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
