import { drawLine, heightOf, type Line, type LineStyle, layLines, type Run } from './lines.ts'
import {
  BOTTOM,
  bookmark,
  breakPage,
  isAtTop,
  LEFT,
  needRoom,
  PAGE_ROOM,
  rule,
  type Sheet,
  WIDTH,
} from './sheet.ts'

export interface Column {
  readonly x: number
  readonly lines: readonly Line[]
}

/**
 * Draws columns side by side and moves below the tallest. Columns that hold on one page stay
 * together when `whole` asks it; longer ones go on over the next pages, without a lonely line at
 * the foot or the head of a page.
 */
export function drawColumns(sheet: Sheet, columns: readonly Column[], whole = true): void {
  const height = Math.max(0, ...columns.map((column) => heightOf(column.lines)))
  if (whole && height <= PAGE_ROOM) needRoom(sheet, height)
  let left = columns
  for (;;) {
    const top = sheet.y
    const room = BOTTOM - top
    const counts = left.map((column) => linesThatFit(column.lines, room, isAtTop(sheet)))
    left.forEach((column, index) => {
      let y = top
      for (const line of column.lines.slice(0, counts[index])) {
        drawLine(sheet, line, column.x, y)
        y += line.before + line.height
      }
      sheet.y = Math.max(sheet.y, y)
    })
    left = left.map((column, index) => ({ ...column, lines: column.lines.slice(counts[index]) }))
    if (left.every((column) => column.lines.length === 0)) return
    breakPage(sheet)
  }
}

function linesThatFit(lines: readonly Line[], room: number, atTop: boolean): number {
  let used = 0
  let count = 0
  for (const line of lines) {
    used += line.before + line.height
    if (used > room + 0.01) break
    count += 1
  }
  if (count === lines.length) return count
  if (lines.length - count === 1 && count > 2) return count - 1
  if (count === 1 && !atTop) return 0
  // Nothing fits even on an empty page: one line goes anyway, rather than a page without end.
  return atTop ? Math.max(1, count) : count
}

/** A paragraph over the width of the page, or of a column. */
export function paragraph(
  sheet: Sheet,
  text: string | readonly Run[],
  style: LineStyle & { readonly x?: number; readonly width?: number } = {},
): void {
  const lines = layLines(sheet, text, style.width ?? WIDTH, style)
  drawColumns(sheet, [{ x: style.x ?? LEFT, lines }], lines.length <= 3)
}

/** Opens a part: its title, a 2 px rule, a line in the outline. Stays with `follows` mm of text. */
export function heading(sheet: Sheet, title: string, follows = 24): void {
  const lines = layLines(sheet, title, WIDTH, { size: 14.5, bold: true, leading: 1.25 })
  const space = isAtTop(sheet) ? 0 : 8
  needRoom(sheet, space + heightOf(lines) + 2 + follows)
  if (!isAtTop(sheet)) sheet.y += space
  bookmark(sheet, title)
  drawColumns(sheet, [{ x: LEFT, lines }])
  rule(sheet, sheet.y + 1.2, 0.55)
  sheet.y += 2.6
}

/** Moves down, except at the top of a page. */
export function gap(sheet: Sheet, height: number): void {
  if (!isAtTop(sheet)) sheet.y += height
}
