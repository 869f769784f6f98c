import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { drawColumns, gap, heading, paragraph } from './flow.ts'
import { layLines } from './lines.ts'
import { drawTitle } from './report-context.ts'
import { fetchReportFonts, type ReportFonts } from './report-fonts.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, LEFT, openSheet, type Sheet, WIDTH } from './sheet.ts'

/** What a wall reads, in words already chosen: nothing here knows an event or an audit. */
export interface WallPage {
  readonly title: string
  readonly place: string
  readonly period: string
  /** The one sentence to remember, large. */
  readonly thanks: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly next: string
  readonly note: string
}

export interface WallPageInput extends WallPage {
  readonly today: Day
  readonly language: Language
}

/** Points, from what is read across a room down to what is still read standing. */
const SIZES = [16, 14, 12.5, 11, 9.5]

/** One A4 page for the wall of a team, read standing: as large as what it says allows. */
export async function wallPage(input: WallPageInput, loadFonts = fetchReportFonts): Promise<Blob> {
  const fonts = await loadFonts()
  let sheet = await drawPage(input, fonts, SIZES[0] ?? 14)
  for (const size of SIZES.slice(1)) {
    if (sheet.pdf.getNumberOfPages() === 1) break
    sheet = await drawPage(input, fonts, size)
  }
  const { place, period, note, language } = input
  const t = reportTexts(language)
  return closeSheet(sheet, {
    firstHead: place,
    head: [place, period],
    foot: [t('product'), note],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

async function drawPage(input: WallPageInput, fonts: ReportFonts, size: number): Promise<Sheet> {
  const { title, place, period, thanks, parts, next, note, today, language } = input
  const sheet = await openSheet({
    title: `${title}, ${place}`,
    author: place,
    language,
    today,
    fonts,
  })
  drawTitle(sheet, title, `${place}. ${period}.`)
  gap(sheet, size * 0.4)
  paragraph(sheet, thanks, { size: size * 1.2, bold: true, leading: 1.3 })
  for (const part of parts) {
    if (part.title !== '') heading(sheet, part.title, 10)
    for (const line of part.lines) {
      drawColumns(sheet, [
        { x: LEFT, lines: layLines(sheet, '•', 6, { size, leading: 1.3 }) },
        { x: LEFT + 6, lines: layLines(sheet, line, WIDTH - 6, { size, leading: 1.3 }) },
      ])
    }
  }
  gap(sheet, size * 0.4)
  paragraph(sheet, next, { size: Math.min(13, size), bold: true })
  paragraph(sheet, note, { size: 10, grey: 60 })
  return sheet
}
