import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { drawColumns, gap, heading, paragraph } from './flow.ts'
import { layLines } from './lines.ts'
import { drawTitle } from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, LEFT, openSheet, WIDTH } from './sheet.ts'

/** What the wall reads, in words already chosen: nothing here knows an event. */
export interface YouSaidPosterInput {
  readonly title: string
  readonly place: string
  readonly period: string
  readonly thanks: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly next: string
  readonly note: string
  readonly today: Day
  readonly language: Language
}

/** « Vous avez dit, nous avons fait » of a unit: one A4 page, read standing, without a name. */
export async function youSaidPoster(
  input: YouSaidPosterInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { title, place, period, thanks, parts, next, note, today, language } = input
  const t = reportTexts(language)
  const sheet = await openSheet({
    title: `${title}, ${place}`,
    author: place,
    language,
    today,
    fonts: await loadFonts(),
  })
  drawTitle(sheet, title, `${place}. ${period}.`)
  gap(sheet, 6)
  paragraph(sheet, thanks, { size: 17, bold: true, leading: 1.3 })
  const lineCount = parts.reduce((sum, { lines }) => sum + lines.length + 2, 0)
  const size = lineCount > 22 ? 11 : 14
  for (const part of parts) {
    if (part.title !== '') heading(sheet, part.title, 10)
    for (const line of part.lines) {
      drawColumns(sheet, [
        { x: LEFT, lines: layLines(sheet, '•', 6, { size, leading: 1.4 }) },
        { x: LEFT + 6, lines: layLines(sheet, line, WIDTH - 6, { size, leading: 1.4 }) },
      ])
    }
  }
  gap(sheet, 8)
  paragraph(sheet, next, { size: 13, bold: true })
  paragraph(sheet, note, { size: 10, grey: 60 })
  return closeSheet(sheet, {
    firstHead: place,
    head: [place, period],
    foot: [t('product'), note],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}
