import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import { drawColumns, gap, paragraph } from './flow.ts'
import { layLines } from './lines.ts'
import type { ReportTexts } from './report-texts.ts'
import { LEFT, rule, type Sheet, WIDTH } from './sheet.ts'

/** What every part of a report needs: where it writes, and in which words. */
export interface ReportContext {
  readonly sheet: Sheet
  readonly t: ReportTexts
  readonly language: Language
  readonly words: (text: Text) => string
}

export function createContext(sheet: Sheet, t: ReportTexts): ReportContext {
  const { language } = sheet
  return { sheet, t, language, words: (text) => textIn(text, language) }
}

/** Title of the document and the line below it. */
export function drawTitle(sheet: Sheet, title: string, below: string): void {
  paragraph(sheet, title, { size: 28, bold: true, leading: 1.14 })
  sheet.y += 1
  paragraph(sheet, below, { size: 14, leading: 1.3 })
}

/** Small labels over their values, side by side: who, when, with whom. */
export function drawIdentity(
  sheet: Sheet,
  items: readonly { readonly label: string; readonly value: string }[],
): void {
  gap(sheet, 5)
  const width = WIDTH / items.length
  drawColumns(
    sheet,
    items.map(({ label, value }, index) => ({
      x: LEFT + index * width,
      lines: [
        ...layLines(sheet, label, width - 4, { size: 10, grey: 60, leading: 1.3 }),
        ...layLines(sheet, value, width - 4, { size: 10.5, bold: true, leading: 1.3 }),
      ],
    })),
  )
}

/** The figure, large, beside the sentence that reads it, between two rules. */
export function drawHeadline(
  sheet: Sheet,
  figure: string,
  sentence: { readonly first: string; readonly rest: string },
): void {
  gap(sheet, 5)
  rule(sheet, sheet.y, 0.25)
  sheet.y += 4
  const size = figure.length > 6 ? 25 : 42
  const large = layLines(sheet, figure, 70, { size, bold: true, leading: 1.1 })
  const used = Math.max(
    ...large.map((line) =>
      line.runs.reduce((sum, run) => sum + sheet.pdf.getTextWidth(run.text), 0),
    ),
    0,
  )
  const x = LEFT + used + 8
  const runs = [
    { text: sentence.first, bold: true },
    { text: sentence.rest, bold: false },
  ]
  const beside = layLines(sheet, runs, LEFT + WIDTH - x, { size: 12.5, leading: 1.38 })
  const tall = (lines: typeof large) => lines.reduce((sum, line) => sum + line.height, 0)
  const slack = Math.max(0, (tall(large) - tall(beside)) / 2)
  const down = Math.max(0, (tall(beside) - tall(large)) / 2)
  drawColumns(sheet, [
    {
      x: LEFT,
      lines: large.map((line, index) => (index === 0 ? { ...line, before: down } : line)),
    },
    { x, lines: beside.map((line, index) => (index === 0 ? { ...line, before: slack } : line)) },
  ])
  sheet.y += 4
  rule(sheet, sheet.y, 0.25)
  sheet.y += 1
}
