import type { Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { drawLine, heightOf, type Line, layLines } from './lines.ts'
import type { ReportContext } from './report-context.ts'
import type { Sheet } from './sheet.ts'

/** What a pen needs to answer one question: boxes with their words, or lines to write on. */
export interface AnswerSpace {
  readonly height: number
  readonly draw: (sheet: Sheet, x: number, top: number) => void
}

/** Side of a box, mm: wide enough for a cross made standing. */
const BOX = 4.2
const BOX_GAP = 1.6
const OPTION_GAP = 2.8
/** Between two lines to write on, mm: a hand, not a printer. */
const RULE_STEP = 8

/** The space of one answer in a column `width` mm wide; a note asks for none. */
export function answerSpace(
  context: ReportContext,
  question: Question,
  width: number,
): AnswerSpace {
  switch (question.type) {
    case 'criterion': {
      const { words } = context
      const steps = scaleOf(question).steps
      return boxes(
        context,
        steps.map(({ sign, label }) => sign ?? words(label)),
        width,
      )
    }
    case 'single':
    case 'multiple':
      return boxes(
        context,
        question.choices.map(({ label }) => context.words(label)),
        width,
      )
    case 'note':
    case 'calculated':
    case 'repeat':
    case 'opportunities':
      return { height: 0, draw: () => undefined }
    case 'number':
      return ruled(context, 1, width / 2, question.unit ? context.words(question.unit) : '')
    case 'date':
    case 'datetime':
    case 'time':
    case 'code':
      return ruled(context, 1, width / 2, '')
    case 'text':
      return ruled(context, question.short ? 1 : 3, width, '')
    case 'photo':
    case 'file':
      return boxes(context, [context.t('blankTaken')], width)
    case 'signature':
      return ruled(context, 2, width, '')
  }
}

interface Placed {
  readonly x: number
  readonly y: number
  readonly lines: readonly Line[]
}

/** Boxes side by side while they hold, each before its words. */
function boxes({ sheet }: ReportContext, labels: readonly string[], width: number): AnswerSpace {
  const placed: Placed[] = []
  let x = 0
  let y = 0
  let tallest = 0
  for (const label of labels) {
    const room = width - BOX - BOX_GAP
    const lines = layLines(sheet, label, room, { size: 9.5, leading: 1.3 })
    const used = Math.max(...lines.map((line) => widthOf(sheet, line)), 0)
    if (x > 0 && x + BOX + BOX_GAP + used > width) {
      x = 0
      y += tallest
      tallest = 0
    }
    placed.push({ x, y, lines })
    x += BOX + BOX_GAP + used + OPTION_GAP
    tallest = Math.max(tallest, Math.max(heightOf(lines), BOX) + 2)
  }
  return {
    height: y + tallest,
    draw(on, left, top) {
      for (const { x: at, y: down, lines } of placed) {
        on.pdf
          .setDrawColor(0)
          .setLineWidth(0.3)
          .rect(left + at, top + down + 0.4, BOX, BOX)
        let lineTop = top + down
        for (const line of lines) {
          drawLine(on, line, left + at + BOX + BOX_GAP, lineTop)
          lineTop += line.height
        }
      }
    },
  }
}

function widthOf(sheet: Sheet, line: Line): number {
  sheet.pdf.setFontSize(line.size)
  return line.runs.reduce((sum, run) => sum + sheet.pdf.getTextWidth(run.text), 0)
}

/** Lines to write on, the last one followed by a unit. */
function ruled({ sheet }: ReportContext, count: number, width: number, unit: string): AnswerSpace {
  const lines = unit === '' ? [] : layLines(sheet, unit, 30, { size: 10 })
  return {
    height: count * RULE_STEP,
    draw(on, left, top) {
      for (let at = 1; at <= count; at += 1) {
        const y = top + at * RULE_STEP - 1.5
        on.pdf
          .setDrawColor(120)
          .setLineWidth(0.25)
          .line(left, y, left + width, y)
      }
      const [line] = lines
      if (line) drawLine(on, line, left + width + 2, top + count * RULE_STEP - 1.5 - line.height)
    },
  }
}
