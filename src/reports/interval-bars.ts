import { drawLine, heightOf, layLines, MM_PER_POINT } from './lines.ts'
import { FAMILY, LEFT, needRoom, RIGHT, type Sheet } from './sheet.ts'

/** A line of the chart. Rates are 0 to 1; without `rate`, `instead` is written in its place. */
export interface IntervalBar {
  readonly label: string
  readonly rate?: number
  readonly low?: number
  readonly high?: number
  /** Rate of the previous round. */
  readonly before?: number
  /** What is expected of this line, where lines differ; its words are in the label. */
  readonly target?: number
  /** Below ten answers no bar: one square by answer, full, half or empty. */
  readonly marks?: readonly ('full' | 'half' | 'empty')[]
  /** Words in place of a bar, or after the squares. */
  readonly instead?: string
  readonly strong?: boolean
  readonly percent?: string
  readonly count: string
}

export interface IntervalChartTexts {
  readonly ticks: readonly string[]
  readonly target?: { readonly rate: number; readonly label: string }
  readonly legend: {
    readonly now: string
    readonly interval: string
    readonly before?: string
    readonly marks?: readonly [full: string, half: string, empty: string]
  }
}

const X0 = LEFT + 60
const X1 = X0 + 78
const LABEL_WIDTH = 56
const PERCENT_X = RIGHT - 24
const SIZE = 10
const MARKS = ['full', 'half', 'empty'] as const
/** Side of the square that stands for one answer. */
const MARK = 3.8

/** Bars of rates on 0 to 100 % with their 95 % interval, in vectors and greys made for printing. */
export function drawIntervalBars(
  sheet: Sheet,
  bars: readonly IntervalBar[],
  texts: IntervalChartTexts,
): void {
  const rows = bars.map((bar) => {
    const style = { size: SIZE, leading: 1.2, bold: bar.strong ?? false }
    const lines = layLines(sheet, bar.label, LABEL_WIDTH, style)
    return { bar, lines, height: Math.max(8, heightOf(lines) + 2.4) }
  })
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  needRoom(sheet, height + 22)
  const { pdf } = sheet
  // Counts alone need no scale: an axis in percent would read as a rate.
  const hasScale = bars.some(({ rate }) => rate !== undefined)
  const top = sheet.y + (hasScale && texts.target ? 6 : 2)
  if (hasScale) drawScale(sheet, top, height, texts)
  let y = top
  for (const row of rows) {
    const middle = y + row.height / 2
    let lineTop = middle - heightOf(row.lines) / 2
    for (const line of row.lines) {
      drawLine(sheet, line, LEFT, lineTop)
      lineTop += line.height
    }
    drawBar(sheet, row.bar, middle)
    y += row.height
  }
  sheet.y = y + 1
  if (hasScale) {
    pdf.setFont(FAMILY, 'normal').setFontSize(8.8)
    texts.ticks.forEach((tick, index) => {
      pdf.text(tick, xOf(index / (texts.ticks.length - 1)), y + 4, { align: 'center' })
    })
    sheet.y = y + 6.5
    drawBarLegend(sheet, texts.legend)
  }
  if (texts.legend.marks) drawMarkLegend(sheet, texts.legend.marks)
}

function xOf(rate: number): number {
  return X0 + (X1 - X0) * rate
}

function drawScale(sheet: Sheet, top: number, height: number, texts: IntervalChartTexts): void {
  const { pdf } = sheet
  pdf.setDrawColor(165)
  texts.ticks.forEach((_, index) => {
    const x = xOf(index / (texts.ticks.length - 1))
    pdf.setLineWidth(index === 0 ? 0.35 : 0.18).line(x, top, x, top + height)
  })
  if (!texts.target) return
  const x = xOf(texts.target.rate)
  pdf.setDrawColor(0).setLineWidth(0.4).setLineDashPattern([1.1, 0.8], 0)
  pdf.line(x, top - 1, x, top + height).setLineDashPattern([], 0)
  pdf.setFont(FAMILY, 'bold').setFontSize(8.8)
  pdf.text(texts.target.label, x, top - 2.2, { align: 'center' })
}

function drawBar(sheet: Sheet, bar: IntervalBar, middle: number): void {
  const { pdf } = sheet
  const baseline = middle + SIZE * MM_PER_POINT * 0.34
  if (bar.rate === undefined) {
    const marks = MARKS.flatMap((kind) => (bar.marks ?? []).filter((mark) => mark === kind))
    marks.forEach((mark, index) => {
      drawMark(sheet, mark, X0 + 2 + index * (MARK + 1.2), middle)
    })
    if (bar.instead) {
      const x = X0 + 2 + marks.length * (MARK + 1.2) + (marks.length > 0 ? 2 : 0)
      pdf.setFont(FAMILY, 'normal').setFontSize(9).setFillColor(255, 255, 255)
      pdf.rect(x - 1, middle - 2.4, pdf.getTextWidth(bar.instead) + 2, 4.8, 'F')
      pdf.text(bar.instead, x, baseline)
    }
    pdf.setFont(FAMILY, 'bold').setFontSize(SIZE)
    pdf.text(bar.count, RIGHT, baseline, { align: 'right' })
    return
  }
  pdf.setDrawColor(0).setLineWidth(0.3).setFillColor(201, 201, 201)
  pdf.rect(X0, middle - 2.3, Math.max(0.3, xOf(bar.rate) - X0), 4.6, 'FD')
  if (bar.before !== undefined) {
    pdf.setLineWidth(0.45).setLineDashPattern([0.6, 0.5], 0)
    pdf.line(xOf(bar.before), middle - 3.4, xOf(bar.before), middle + 3.4)
    pdf.setLineDashPattern([], 0)
  }
  if (bar.target !== undefined) {
    pdf.setLineWidth(0.4).setLineDashPattern([1.1, 0.8], 0)
    pdf.line(xOf(bar.target), middle - 3.8, xOf(bar.target), middle + 3.8)
    pdf.setLineDashPattern([], 0)
  }
  if (bar.low !== undefined && bar.high !== undefined) {
    pdf.setLineWidth(0.6).line(xOf(bar.low), middle, xOf(bar.high), middle)
    for (const end of [bar.low, bar.high]) pdf.line(xOf(end), middle - 1.3, xOf(end), middle + 1.3)
  }
  pdf.setFontSize(SIZE).setFont(FAMILY, 'bold')
  pdf.text(bar.percent ?? '', PERCENT_X, baseline, { align: 'right' })
  pdf.setFont(FAMILY, 'normal').setFontSize(9.2)
  pdf.text(bar.count, RIGHT, baseline, { align: 'right' })
}

function drawMark(sheet: Sheet, mark: 'full' | 'half' | 'empty', x: number, middle: number): void {
  const { pdf } = sheet
  const y = middle - MARK / 2
  pdf.setDrawColor(0).setLineWidth(0.3).setFillColor(255, 255, 255).rect(x, y, MARK, MARK, 'FD')
  pdf.setFillColor(70, 70, 70)
  if (mark === 'full') pdf.rect(x, y, MARK, MARK, 'FD')
  if (mark === 'half') pdf.triangle(x, y + MARK, x, y, x + MARK, y + MARK, 'FD')
}

function drawBarLegend(sheet: Sheet, legend: IntervalChartTexts['legend']): void {
  const { pdf } = sheet
  const y = sheet.y + 2
  let x = LEFT
  pdf.setFont(FAMILY, 'normal').setFontSize(8.8).setDrawColor(0).setLineWidth(0.3)
  pdf.setFillColor(201, 201, 201).rect(x, y - 1.5, 7, 3, 'FD')
  pdf.text(legend.now, x + 9, y + 1)
  x += 15 + pdf.getTextWidth(legend.now)
  pdf.setLineWidth(0.6).line(x, y, x + 7, y)
  for (const end of [x, x + 7]) pdf.line(end, y - 1.3, end, y + 1.3)
  pdf.text(legend.interval, x + 9, y + 1)
  x += 15 + pdf.getTextWidth(legend.interval)
  if (legend.before) {
    pdf
      .setLineWidth(0.45)
      .setLineDashPattern([0.6, 0.5], 0)
      .line(x, y - 2.2, x, y + 2.2)
    pdf.setLineDashPattern([], 0).text(legend.before, x + 2.5, y + 1)
  }
  sheet.y = y + 4
}

function drawMarkLegend(sheet: Sheet, words: readonly [string, string, string]): void {
  const y = sheet.y + 2.5
  let x = LEFT
  for (const [index, mark] of MARKS.entries()) {
    const word = words[index] ?? ''
    drawMark(sheet, mark, x, y)
    sheet.pdf
      .setFont(FAMILY, 'normal')
      .setFontSize(8.8)
      .text(word, x + MARK + 2, y + 1.1)
    x += MARK + 8 + sheet.pdf.getTextWidth(word)
  }
  sheet.y = y + 4
}
