import type { jsPDF } from 'jspdf'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { printable } from './printable.ts'
import type { ReportFonts } from './report-fonts.ts'

/*
 * An A4 document being written from top to bottom. Lengths are millimetres, letters are points.
 * The running head and foot are drawn at the end, when the number of pages is known.
 */

export const LEFT = 16
export const RIGHT = 194
export const WIDTH = RIGHT - LEFT
const TOP = 30
export const BOTTOM = 277
/** Height that a page offers to its text. */
export const PAGE_ROOM = BOTTOM - TOP
export const FAMILY = 'Atkinson'
const HEAD_BASELINE = 19
const HEAD_RULE = 23.5
const FOOT_RULE = 283
const FOOT_BASELINE = 288.5

export interface Sheet {
  readonly pdf: jsPDF
  readonly language: Language
  /** Top of what comes next. */
  y: number
}

export interface SheetOptions {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly today: Day
  readonly fonts: ReportFonts
}

/** Opens an empty A4 page with the embedded fonts, its title and its language. */
export async function openSheet(options: SheetOptions): Promise<Sheet> {
  const { jsPDF: Pdf } = await import('jspdf')
  const pdf = new Pdf({ unit: 'mm', format: 'a4', compress: true, putOnlyUsedFonts: true })
  pdf.addFileToVFS('regular.ttf', bytesToBinary(options.fonts.regular))
  pdf.addFont('regular.ttf', FAMILY, 'normal', undefined, 'Identity-H')
  pdf.addFileToVFS('bold.ttf', bytesToBinary(options.fonts.bold))
  pdf.addFont('bold.ttf', FAMILY, 'bold', undefined, 'Identity-H')
  pdf.setFont(FAMILY, 'normal')
  pdf.setProperties({ title: options.title, author: options.author, creator: 'Escale' })
  pdf.setLanguage(options.language)
  pdf.setCreationDate(new Date(`${options.today}T12:00:00Z`))
  pdf.viewerPreferences({ DisplayDocTitle: true })
  return { pdf, language: options.language, y: TOP }
}

/** Goes to a new page unless `height` remains; a block taller than a page starts where it is. */
export function needRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height <= BOTTOM || isAtTop(sheet)) return
  breakPage(sheet)
}

export function breakPage(sheet: Sheet): void {
  sheet.pdf.addPage()
  sheet.y = TOP
}

export function isAtTop(sheet: Sheet): boolean {
  return sheet.y <= TOP + 0.01
}

/** Adds a line to the outline that readers show beside the pages. */
export function bookmark(sheet: Sheet, title: string): void {
  sheet.pdf.outline.add(null, title, { pageNumber: sheet.pdf.getNumberOfPages() })
}

export function rule(sheet: Sheet, y: number, thickness: number, from = LEFT, to = RIGHT): void {
  sheet.pdf.setDrawColor(0).setLineWidth(thickness).line(from, y, to, y)
}

export interface RunningLines {
  /** Right of the first page's head, beside the name of the product. */
  readonly firstHead: string
  readonly head: readonly [left: string, right: string]
  readonly foot: readonly [left: string, middle: string]
  readonly pageOf: (page: number, pages: number) => string
}

/** Draws head and foot on every page and hands the document over. */
export function closeSheet(sheet: Sheet, lines: RunningLines): Blob {
  const { pdf } = sheet
  const pages = pdf.getNumberOfPages()
  for (let page = 1; page <= pages; page += 1) {
    pdf.setPage(page)
    pdf.setTextColor(0).setFont(FAMILY, 'normal').setFontSize(9.5)
    if (page === 1) {
      drawMark(pdf)
      pdf
        .setFont(FAMILY, 'bold')
        .setFontSize(13)
        .text('Escale', LEFT + 5.5, HEAD_BASELINE)
      pdf.setFont(FAMILY, 'normal').setFontSize(9.5)
      pdf.text(cutToWidth(pdf, lines.firstHead, 140), RIGHT, HEAD_BASELINE, { align: 'right' })
    } else {
      pdf.text(cutToWidth(pdf, lines.head[0], 130), LEFT, HEAD_BASELINE)
      pdf.text(cutToWidth(pdf, lines.head[1], 45), RIGHT, HEAD_BASELINE, { align: 'right' })
    }
    rule(sheet, HEAD_RULE, 0.7)
    rule(sheet, FOOT_RULE, 0.25)
    drawFoot(pdf, lines.foot, lines.pageOf(page, pages))
  }
  return new Blob([pdf.output('arraybuffer')], { type: 'application/pdf' })
}

/** Three texts on one line; the middle one is centred in the room the others leave. */
function drawFoot(pdf: jsPDF, foot: RunningLines['foot'], numbers: string): void {
  pdf.setFontSize(9)
  const left = cutToWidth(pdf, foot[0], 66)
  const from = LEFT + pdf.getTextWidth(left) + 5
  const to = RIGHT - pdf.getTextWidth(numbers) - 5
  const middle = cutToWidth(pdf, foot[1], to - from)
  pdf.text(left, LEFT, FOOT_BASELINE)
  pdf.text(middle, (from + to) / 2, FOOT_BASELINE, { align: 'center' })
  pdf.text(numbers, RIGHT, FOOT_BASELINE, { align: 'right' })
}

/** A line and its stops: behind us, here, ahead. */
function drawMark(pdf: jsPDF): void {
  const x = LEFT + 1.5
  pdf.setDrawColor(0).setFillColor(0, 0, 0).setLineWidth(0.5)
  pdf.line(x, 14.5, x, 16).line(x, 18.4, x, 20)
  pdf.circle(x, 14, 0.55, 'F').circle(x, 20.4, 0.55, 'F').circle(x, 17.2, 0.45, 'F')
  pdf.circle(x, 17.2, 1.3, 'S')
}

/** One line cut to a width, with an ellipsis; only for heads and feet, never for content. */
function cutToWidth(pdf: jsPDF, text: string, width: number): string {
  const whole = printable(text).replaceAll('\n', ' ')
  if (pdf.getTextWidth(whole) <= width) return whole
  let end = whole.length
  while (end > 1 && pdf.getTextWidth(`${whole.slice(0, end)}…`) > width) end -= 1
  return `${whole.slice(0, end).trimEnd()}…`
}

function bytesToBinary(bytes: ArrayBuffer): string {
  let binary = ''
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte)
  return binary
}
