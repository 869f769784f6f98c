import { FAMILY, LEFT, needRoom, type Sheet, WIDTH } from './sheet.ts'
import { drawTable } from './table.ts'

export interface RadarAxis {
  readonly label: string
  /** 0 (centre) to 1 (rim); undefined when there is nothing to draw. */
  readonly value: number | undefined
  readonly text: string
}

/** Under three axes there is no shape to read: the table alone says it. */
const FEWEST_AXES = 3
const RADIUS = 27
const RINGS = [0.25, 0.5, 0.75, 1]

/** The shape of a result, its axes numbered as the rows of the table that follows. */
export function drawRadar(
  sheet: Sheet,
  axes: readonly RadarAxis[],
  heads: { readonly name: string; readonly value: string },
): void {
  if (axes.filter(({ value }) => value !== undefined).length >= FEWEST_AXES) drawShape(sheet, axes)
  drawTable(
    sheet,
    [
      { label: heads.name, share: 70 },
      { label: heads.value, share: 30 },
    ],
    axes.map(({ label, text }, at) => [`${at + 1}. ${label}`, text]),
  )
}

function drawShape(sheet: Sheet, axes: readonly RadarAxis[]): void {
  const { pdf } = sheet
  needRoom(sheet, 2 * RADIUS + 16)
  const centre = { x: LEFT + WIDTH / 2, y: sheet.y + RADIUS + 6 }
  const point = (at: number, value: number) => {
    const angle = (2 * Math.PI * at) / axes.length - Math.PI / 2
    const reach = RADIUS * value
    return { x: centre.x + reach * Math.cos(angle), y: centre.y + reach * Math.sin(angle) }
  }
  pdf.setDrawColor(165).setLineWidth(0.2)
  for (const ring of RINGS) pdf.circle(centre.x, centre.y, RADIUS * ring, 'S')
  axes.forEach((_, at) => {
    const rim = point(at, 1)
    const name = point(at, 1.13)
    pdf.line(centre.x, centre.y, rim.x, rim.y)
    pdf.setFont(FAMILY, 'bold').setFontSize(9)
    pdf.text(`${at + 1}`, name.x, name.y + 1.1, { align: 'center' })
  })
  const drawn = axes.flatMap(({ value }, at) => (value === undefined ? [] : [point(at, value)]))
  pdf.setDrawColor(0).setLineWidth(0.6).setFillColor('#000000')
  drawn.forEach((from, at) => {
    const to = drawn[(at + 1) % drawn.length] ?? from
    pdf.line(from.x, from.y, to.x, to.y)
    pdf.circle(from.x, from.y, 0.8, 'F')
  })
  sheet.y = centre.y + RADIUS + 8
}
