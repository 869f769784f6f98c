import type { Action } from '#domain/action-plan/action.ts'
import { type AdverseEvent, gravityOf } from '#domain/adverse-event/adverse-event.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { FAMILY_TEXTS, GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { maskPersonalData } from '#domain/adverse-event/mask-personal-data.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { drawActionTable } from './action-rows.ts'
import { barrierLines, causeLines, decisionLines, drawPart, factLines } from './analysis-parts.ts'
import { INSTANCE_TEXTS, ANALYSIS_REPORT_TEXTS as TEXTS } from './analysis-texts.ts'
import { gap, heading, paragraph } from './flow.ts'
import { createContext, drawIdentity, drawTitle, type ReportContext } from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import { dayInWords, siteTitle } from './report-format.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, openSheet } from './sheet.ts'

export interface AnalysisReportInput {
  readonly kind: 'minutes' | 'lesson'
  readonly analysis: Analysis
  readonly event: AdverseEvent
  readonly site: Site
  readonly actions: readonly Action[]
  readonly today: Day
  readonly language: Language
}

/**
 * The minutes of a CREX, RMM or REX, or the lesson that goes to other homes. Neither bears a name of a
 * person (R-EI-13). The lesson has neither the home, nor its reference, nor any day: it tells what may
 * happen anywhere.
 */
export async function analysisReport(
  input: AnalysisReportInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { kind, analysis, event, site, language, today } = input
  const t = reportTexts(language)
  const isLesson = kind === 'lesson'
  const sheet = await openSheet({
    title: TEXTS[kind][language],
    author: isLesson ? 'Escale' : siteTitle(site, language),
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const { words } = context
  const family = words(FAMILY_TEXTS[event.family])
  const title = maskPersonalData(analysis.title.trim()) || family
  if (isLesson) drawTitle(sheet, title, words(TEXTS.lesson))
  else drawTitle(sheet, words(TEXTS.minutes), `${siteTitle(site, language)}, ${event.reference}`)
  if (isLesson) drawLesson(context, input)
  else drawMinutes(context, input)
  gap(sheet, 6)
  paragraph(sheet, words(TEXTS.note), { size: 9.5, grey: 60 })
  return closeSheet(sheet, {
    firstHead: words(isLesson ? TEXTS.spreadLesson : TEXTS.spreadMinutes),
    head: [title, words(TEXTS[kind])],
    foot: [t('product'), t('printedOn', { day: dayInWords(today, language) })],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function drawMinutes(context: ReportContext, input: AnalysisReportInput): void {
  const { analysis, event, actions, today } = input
  const { sheet, words, language, t } = context
  const gravity = gravityOf(event)
  drawIdentity(sheet, [
    { label: words(TEXTS.instance), value: words(INSTANCE_TEXTS[analysis.instance]) },
    {
      label: words(TEXTS.heldOn),
      value: analysis.heldOn ? dayInWords(analysis.heldOn, language) : t('notSaid'),
    },
    { label: t('gravity'), value: `${gravity}, ${words(GRAVITY_TEXTS[gravity])}` },
    { label: words(TEXTS.event), value: words(FAMILY_TEXTS[event.family]) },
  ])
  drawPart(
    context,
    'participants',
    analysis.participants.map((each) => `${each.count} × ${each.words}`),
  )
  drawPart(context, 'reason', [analysis.reason])
  drawPart(context, 'management', [analysis.management])
  drawPart(context, 'facts', factLines(analysis, context))
  drawPart(
    context,
    'gaps',
    analysis.gaps.map((each) => each.words),
  )
  drawPart(context, 'causes', causeLines(analysis, context))
  if (analysis.whys.some((why) => why !== '')) drawPart(context, 'whys', analysis.whys)
  drawPart(context, 'barriers', barrierLines(analysis, context))
  drawPart(context, 'decisions', decisionLines(analysis, context))
  const linked = actions
    .filter(({ sourceRecord }) => sourceRecord === event.id)
    .map((action) => ({ ...action, title: maskPersonalData(action.title) }))
  if (linked.length > 0) {
    heading(sheet, words(TEXTS.plan))
    drawActionTable(context, linked, today)
  }
  drawPart(context, 'learnt', [analysis.lesson])
}

/** What happened, without day, place or reference; then what was learnt. */
function drawLesson(context: ReportContext, { analysis, event, site }: AnalysisReportInput): void {
  const { words } = context
  const place = words(SITE_KIND_TEXTS[site.kind])
  drawPart(context, 'context', [`${place}, ${words(FAMILY_TEXTS[event.family])}`])
  drawPart(
    context,
    'facts',
    analysis.facts.map((fact) => [fact.at, fact.words].filter(Boolean).join(', ')),
  )
  drawPart(context, 'causes', causeLines(analysis, context))
  drawPart(context, 'barriers', barrierLines(analysis, context))
  drawPart(
    context,
    'decisions',
    analysis.decisions.map((decision) => decision.words),
  )
  drawPart(context, 'learnt', [analysis.lesson])
}
