import { heightOf, layLines } from './lines.ts'
import { FAMILY, LEFT, needRoom, type Sheet } from './sheet.ts'

export interface ParetoBar {
  readonly label: string
  readonly count: number
  readonly vital: boolean
  /** « 3, cumul 60 % ». */
  readonly text: string
}

const LABEL_WIDTH = 80
const BAR_X = LEFT + 84
const BAR_WIDTH = 52

/** Counts from the greatest, each with its words: full bars make most of the whole, others are hollow. */
export function drawPareto(sheet: Sheet, bars: readonly ParetoBar[]): void {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  for (const { label, count, vital, text } of bars) {
    const lines = layLines(sheet, label, LABEL_WIDTH, { size: 10, leading: 1.2 })
    const height = Math.max(8, heightOf(lines) + 2.4)
    needRoom(sheet, height)
    const { pdf } = sheet
    let y = sheet.y + 4.4
    pdf.setFont(FAMILY, 'normal').setFontSize(10).setTextColor(0)
    for (const { runs, height: step } of lines) {
      pdf.text(runs.map((run) => run.text).join(''), LEFT, y)
      y += step
    }
    pdf.setDrawColor(0).setFillColor('#464646').setLineWidth(0.3)
    pdf.rect(BAR_X, sheet.y + 1, (BAR_WIDTH * count) / most, 4.6, vital ? 'FD' : 'S')
    pdf.text(text, BAR_X + BAR_WIDTH + 4, sheet.y + 4.4)
    sheet.y += height
  }
}
