import type { Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { drawLine, heightOf, layLines } from './lines.ts'
import type { ReportContext } from './report-context.ts'
import { LEFT, needRoom, RIGHT, WIDTH } from './sheet.ts'

interface BlankRows {
  readonly rows: number
  /** What a column stands for: « Dossier », « Opportunité ». */
  readonly rowWord: string
}

const WORDS = 78
const HEAD = 7

/**
 * A question a line, a file or a moment a column: how a pile of files is read with a pen. What may be
 * written in a cell is said under the words of the question.
 */
export function drawBlankRows(
  context: ReportContext,
  questions: readonly Question[],
  { rows, rowWord }: BlankRows,
): void {
  const { sheet, words } = context
  if (questions.length === 0 || rows === 0) return
  const cell = (WIDTH - WORDS) / rows
  const head = () => {
    sheet.y += 1
    const [line] = layLines(sheet, rowWord, WORDS - 2, { size: 9.5, bold: true })
    if (line) drawLine(sheet, line, LEFT, sheet.y + 1)
    for (let at = 0; at < rows; at += 1) {
      const [number] = layLines(sheet, String(at + 1), cell, { size: 9.5, bold: true })
      if (number) drawLine(sheet, number, LEFT + WORDS + at * cell + cell / 2 - 1.2, sheet.y + 1)
    }
    sheet.y += HEAD
    rules(LEFT, RIGHT, 0.4)
  }
  const rules = (from: number, to: number, width: number) =>
    sheet.pdf.setDrawColor(120).setLineWidth(width).line(from, sheet.y, to, sheet.y)

  needRoom(sheet, HEAD + 14)
  head()
  for (const question of questions) {
    const lines = [
      ...layLines(
        sheet,
        [{ text: `${question.id}\u00a0\u00a0`, bold: true }, { text: words(question.label) }],
        WORDS - 3,
        { size: 9.5, leading: 1.28 },
      ),
      ...layLines(sheet, mayWrite(context, question), WORDS - 3, { size: 8.5, grey: 70 }),
    ]
    const height = Math.max(heightOf(lines) + 2.5, 9)
    const before = sheet.pdf.getNumberOfPages()
    needRoom(sheet, height)
    if (sheet.pdf.getNumberOfPages() > before) head()
    let y = sheet.y + 1
    for (const line of lines) {
      drawLine(sheet, line, LEFT, y)
      y += line.before + line.height
    }
    for (let at = 0; at <= rows; at += 1) {
      const x = LEFT + WORDS + at * cell
      sheet.pdf
        .setDrawColor(150)
        .setLineWidth(0.2)
        .line(x, sheet.y, x, sheet.y + height)
    }
    sheet.y += height
    rules(LEFT, RIGHT, 0.2)
  }
  sheet.y += 3
}

/** What goes in a cell: signs and short words, for there is no room for boxes. */
function mayWrite({ t, words }: ReportContext, question: Question): string {
  switch (question.type) {
    case 'criterion':
      return scaleOf(question)
        .steps.map(({ sign, label }) => sign ?? words(label))
        .join(' / ')
    case 'single':
    case 'multiple':
      return question.choices.map(({ code, label }) => `${code}\u00a0: ${words(label)}`).join(' / ')
    case 'number':
      return question.unit ? words(question.unit) : t('blankNumber')
    default:
      return ''
  }
}
