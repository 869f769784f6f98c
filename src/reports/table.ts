import { drawColumns } from './flow.ts'
import { heightOf, type Line, layLines, type Run } from './lines.ts'
import {
  BOTTOM,
  breakPage,
  isAtTop,
  LEFT,
  PAGE_ROOM,
  RIGHT,
  rule,
  type Sheet,
  WIDTH,
} from './sheet.ts'

export interface TableColumn {
  readonly label: string
  /** Share of the width, over the sum of the shares. */
  readonly share: number
}

const GUTTER = 3
const PADDING = 1.6

/** A table of texts; its head comes back on every page it goes over. */
export function drawTable(
  sheet: Sheet,
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | readonly Run[])[])[],
): void {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  let from = LEFT
  const places = columns.map((column) => {
    const width = (WIDTH * column.share) / total
    const place = { x: from, width: width - GUTTER }
    from += width
    return place
  })
  const lay = (cells: readonly (string | readonly Run[])[], bold: boolean) =>
    places.map(({ x, width }, index) => ({
      x,
      lines: layLines(sheet, cells[index] ?? '', width, { size: 9.8, leading: 1.32, bold }),
    }))
  const head = lay(
    columns.map((column) => column.label),
    true,
  )
  const drawHead = () => {
    drawColumns(sheet, head)
    sheet.y += PADDING
    rule(sheet, sheet.y, 0.55, LEFT, RIGHT)
    sheet.y += PADDING
  }
  const headHeight = tallest(head) + 2 * PADDING
  const first = rows[0] ? tallest(lay(rows[0], false)) : 0
  if (sheet.y + headHeight + Math.min(first, PAGE_ROOM / 2) > BOTTOM && !isAtTop(sheet)) {
    breakPage(sheet)
  }
  drawHead()
  for (const row of rows) {
    const cells = lay(row, false)
    const height = tallest(cells)
    if (sheet.y + height > BOTTOM && height + headHeight <= PAGE_ROOM) {
      breakPage(sheet)
      drawHead()
    }
    drawColumns(sheet, cells, false)
    sheet.y += PADDING
    sheet.pdf.setDrawColor(170).setLineWidth(0.25).line(LEFT, sheet.y, RIGHT, sheet.y)
    sheet.y += PADDING
  }
}

function tallest(columns: readonly { readonly lines: readonly Line[] }[]): number {
  return Math.max(0, ...columns.map((column) => heightOf(column.lines)))
}
