import type { Action } from '#domain/action-plan/action.ts'
import { type AdverseEvent, gravityOf } from '#domain/adverse-event/adverse-event.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { GRAVE_CATEGORIES, GRAVE_CODES } from '#domain/adverse-event/channels/grave-categories.ts'
import { FAMILY_TEXTS, GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { maskPersonalData } from '#domain/adverse-event/mask-personal-data.ts'
import { NOTICE_CODES, type Notice } from '#domain/adverse-event/notice.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language, Text } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { drawActionTable } from './action-rows.ts'
import { barrierLines, causeLines, decisionLines, drawPart, factLines } from './analysis-parts.ts'
import { gap, heading, paragraph } from './flow.ts'
import { NOTICE_LABELS, NOTICE_TEXTS, type NoticeKind } from './notice-texts.ts'
import { createContext, drawIdentity, drawTitle, type ReportContext } from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import { dayInWords, siteTitle, typed } from './report-format.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, openSheet } from './sheet.ts'

export interface AuthorityNoticeInput {
  readonly kind: NoticeKind
  readonly site: Site
  readonly event: AdverseEvent
  readonly notice: Notice
  /** What the second part of an EIGS tells; undefined before any. */
  readonly analysis: Analysis | undefined
  /** Actions of the home; those born of this event are picked. */
  readonly actions: readonly Action[]
  readonly today: Day
  readonly language: Language
}

/**
 * The legal content of what is sent to an authority, ready to be read again, signed and sent
 * (arrêté du 28/12/2016 for L.331-8-1; CSP R.1413-69 for both parts of an EIGS). It holds no name of
 * a resident nor of a professional, nor the declarant's: what looks like one in a free text is masked
 * (R-EI-13), and the event has no field for any.
 */
export async function authorityNotice(
  input: AuthorityNoticeInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { kind, event, site, language, today } = input
  const t = reportTexts(language)
  const home = siteTitle(site, language)
  const texts = NOTICE_TEXTS
  const titleOf: Text = texts.titles[kind]
  const sheet = await openSheet({
    title: `${titleOf[language]}, ${event.reference}`,
    author: home,
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const { words } = context

  drawTitle(
    sheet,
    words(titleOf),
    `${t('eventReference', { reference: event.reference })}, ${home}`,
  )
  paragraph(sheet, words(texts.laws[kind]), { size: 9.5, grey: 60 })
  drawIdentity(sheet, [
    { label: words(texts.occurred), value: momentOf(context, event.occurredOn, event.occurredAt) },
    {
      label: words(texts.discovered),
      value: momentOf(context, event.discoveredOn, event.discoveredAt),
    },
    {
      label: t('gravity'),
      value: `${gravityOf(event)}, ${words(GRAVITY_TEXTS[gravityOf(event)])}`,
    },
    { label: words(texts.family), value: words(FAMILY_TEXTS[event.family]) },
  ])
  drawStructure(context, site)
  if (kind === 'l331') drawCategories(context, event)
  for (const code of NOTICE_CODES) {
    heading(sheet, words(NOTICE_LABELS[code]), 10)
    const said = maskPersonalData(input.notice[code])
    paragraph(sheet, typed(said, language) || words(texts.toComplete))
  }
  if (kind === 'eigs-part2') drawAnalysis(context, input.analysis)
  drawSendings(context, event)
  drawActions(context, input)
  gap(sheet, 6)
  paragraph(sheet, words(texts.readAgain), { size: 9.5, grey: 60 })
  return closeSheet(sheet, {
    firstHead: words(texts.spread),
    head: [`${t('eventReference', { reference: event.reference })}, ${home}`, words(titleOf)],
    foot: [t('product'), t('printedOn', { day: dayInWords(today, language) })],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function momentOf({ t, language }: ReportContext, on: Day | undefined, at: string): string {
  if (!on) return t('notSaid')
  const day = dayInWords(on, language)
  return at ? t('occurredAt', { day, time: at }) : day
}

function drawStructure({ sheet, words, language }: ReportContext, site: Site): void {
  heading(sheet, words(NOTICE_TEXTS.structure), 10)
  paragraph(sheet, [siteTitle(site, language), site.commune].filter(Boolean).join(', '))
  paragraph(sheet, words(NOTICE_TEXTS.structureBlanks))
}

function drawCategories({ sheet, words }: ReportContext, { routing }: AdverseEvent): void {
  const ticked = routing.get('categories')
  const codes = GRAVE_CODES.filter((code) => Array.isArray(ticked) && ticked.includes(code))
  heading(sheet, words(NOTICE_TEXTS.categories), 10)
  if (codes.length === 0) paragraph(sheet, words(NOTICE_TEXTS.toComplete))
  for (const code of codes) paragraph(sheet, `${code} : ${words(GRAVE_CATEGORIES[code])}`)
}

/** How the event was managed, why it happened, what was learnt, with the days of evaluation. */
function drawAnalysis(context: ReportContext, analysis: Analysis | undefined): void {
  if (!analysis) {
    drawPart(context, 'causes', [])
    return
  }
  drawPart(context, 'management', [analysis.management])
  drawPart(context, 'facts', factLines(analysis, context))
  drawPart(
    context,
    'gaps',
    analysis.gaps.map(({ words }) => words),
  )
  drawPart(context, 'causes', causeLines(analysis, context))
  drawPart(context, 'barriers', barrierLines(analysis, context))
  drawPart(context, 'decisions', decisionLines(analysis, context))
  drawPart(context, 'learnt', [analysis.lesson])
}

/** Authorities already told: part of what the forms ask. */
function drawSendings({ sheet, words, language, t }: ReportContext, event: AdverseEvent): void {
  heading(sheet, words(NOTICE_TEXTS.alreadyTold), 10)
  if (event.sendings.length === 0) paragraph(sheet, words(NOTICE_TEXTS.nobodyYet))
  for (const { channel, on, at, by, reference } of event.sendings) {
    const day = dayInWords(on, language)
    const when = at ? t('occurredAt', { day, time: at }) : day
    const about = [channel.toUpperCase(), when, maskPersonalData(by), reference]
    paragraph(sheet, about.filter(Boolean).join(', '))
  }
}

function drawActions(
  context: ReportContext,
  { actions, event, today }: AuthorityNoticeInput,
): void {
  const linked = actions
    .filter(({ sourceRecord }) => sourceRecord === event.id)
    .map((action) => ({ ...action, title: maskPersonalData(action.title) }))
  heading(context.sheet, context.words(NOTICE_TEXTS.plan))
  if (linked.length > 0) drawActionTable(context, linked, today)
  else paragraph(context.sheet, context.t('noEventActions'))
}
