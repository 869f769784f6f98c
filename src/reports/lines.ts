import { printable } from './printable.ts'
import { FAMILY, type Sheet } from './sheet.ts'

/** Words in one weight. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
}

export interface LineStyle {
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  /** Line height over letter height. */
  readonly leading?: number
  /** Grey of the ink, 0 black. */
  readonly grey?: number
  /** Space above the first line, mm. */
  readonly before?: number
  /** A sign set before the first line, « + »; the text hangs beside it. */
  readonly sign?: string
}

/** A line ready to be drawn: its runs, and the height it takes with the space above it. */
export interface Line {
  readonly runs: readonly Run[]
  readonly size: number
  readonly grey: number
  readonly before: number
  readonly height: number
  readonly indent: number
  readonly sign: string
}

export const MM_PER_POINT = 25.4 / 72
const BODY_SIZE = 10.5
/** Room of a sign before its text, mm. */
const HANG = 4.5

/**
 * Breaks text into lines no wider than `width` mm. Breaks at ordinary spaces only: a no-break space
 * keeps « 82 % » whole. A word wider than the column is cut, so that nothing leaves the page.
 */
export function layLines(
  sheet: Sheet,
  text: string | readonly Run[],
  width: number,
  style: LineStyle = {},
): Line[] {
  const size = style.size ?? BODY_SIZE
  const indent = style.sign ? HANG : 0
  const room = width - indent
  const runs = typeof text === 'string' ? [{ text, bold: style.bold ?? false }] : text
  const lines: Run[][] = []
  let line: Run[] = []
  let used = 0
  const endLine = () => {
    lines.push(line)
    line = []
    used = 0
  }
  sheet.pdf.setFontSize(size)
  for (const run of runs) {
    for (const piece of printable(run.text).split(/(\n| +)/)) {
      if (piece === '') continue
      if (piece === '\n') {
        endLine()
        continue
      }
      if (piece.startsWith(' ')) {
        if (line.length > 0) {
          append(line, ' ', run.bold)
          used += measure(sheet, ' ', run.bold)
        }
        continue
      }
      let word = piece
      if (line.length > 0 && used + measure(sheet, word, run.bold) > room) endLine()
      while (measure(sheet, word, run.bold) > room) {
        const cut = longestFit(sheet, word, run.bold, room)
        append(line, word.slice(0, cut), run.bold)
        endLine()
        word = word.slice(cut)
      }
      append(line, word, run.bold)
      used += measure(sheet, word, run.bold)
    }
  }
  if (line.length > 0) endLine()
  return lines.map((found, index) => ({
    runs: found,
    size,
    grey: style.grey ?? 0,
    before: index === 0 ? (style.before ?? 0) : 0,
    height: size * MM_PER_POINT * (style.leading ?? 1.38),
    indent,
    sign: index === 0 ? (style.sign ?? '') : '',
  }))
}

/** Height of lines drawn one under the other, mm. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.before + line.height, 0)
}

/** Draws a line whose box begins at `top`. */
export function drawLine(sheet: Sheet, line: Line, x: number, top: number): void {
  const { pdf } = sheet
  const letters = line.size * MM_PER_POINT
  const baseline = top + line.before + (line.height - letters) / 2 + letters * 0.8
  let at = x + line.indent
  pdf.setFontSize(line.size).setTextColor(line.grey)
  if (line.sign) pdf.setFont(FAMILY, 'bold').text(line.sign, x, baseline)
  for (const run of line.runs) {
    pdf.setFont(FAMILY, run.bold ? 'bold' : 'normal').text(run.text, at, baseline)
    at += pdf.getTextWidth(run.text)
  }
  pdf.setTextColor(0)
}

function append(line: Run[], text: string, bold = false): void {
  const last = line.at(-1)
  if (last && (last.bold ?? false) === bold)
    line[line.length - 1] = { ...last, text: last.text + text }
  else line.push({ text, bold })
}

function measure(sheet: Sheet, text: string, bold = false): number {
  return sheet.pdf.setFont(FAMILY, bold ? 'bold' : 'normal').getTextWidth(text)
}

function longestFit(sheet: Sheet, word: string, bold: boolean | undefined, width: number): number {
  let cut = word.length - 1
  while (cut > 1 && measure(sheet, word.slice(0, cut), bold) > width) cut -= 1
  return cut
}
