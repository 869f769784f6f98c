import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import { answersOfFile, type Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { progress } from '#domain/form/progress.ts'
import { scoreForm } from '#domain/form/score-form.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import type { Visit } from '#domain/site/visit.ts'
import { drawColumns, gap, heading, paragraph } from './flow.ts'
import { layLines } from './lines.ts'
import { createContext, drawTitle, type ReportContext } from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import {
  capitalised,
  dayInWords,
  monthInWords,
  numberInWords,
  percentInWords,
  siteTitle,
  typed,
} from './report-format.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, LEFT, openSheet, WIDTH } from './sheet.ts'
import { drawTable } from './table.ts'

/** What the round brought at one home, already cut to the period. */
export interface RoundSite {
  readonly site: Site
  readonly visits: readonly Visit[]
  readonly fillings: readonly { readonly form: Form; readonly filling: Filling }[]
  /** Events open today; undefined when the home does not share them with the officer. */
  readonly events?: { readonly open: number; readonly grave: number }
  /** Every action of the home; open, late and new ones are counted from it. */
  readonly actions: readonly Action[]
}

export interface RoundSummaryInput {
  readonly dispositif: string
  readonly officerName: string
  readonly from: Day
  readonly to: Day
  readonly sites: readonly RoundSite[]
  readonly today: Day
  readonly language: Language
}

const RESULTS_PER_SITE = 2
const LATE_SHOWN = 4
/** Small enough for four homes on one page, large enough to be read. */
const SIZE = 9.8

/** One A4 page on a round: what was done in each home, what is open, what is late. */
export async function roundSummary(
  input: RoundSummaryInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { language, today } = input
  const t = reportTexts(language)
  const from = dayInWords(input.from, language)
  const to = dayInWords(input.to, language)
  const sheet = await openSheet({
    title: t('roundFile', { from, to, dispositif: input.dispositif }),
    author: input.officerName,
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const period = input.from === input.to ? 'roundDay' : 'roundPeriod'
  drawTitle(sheet, t('roundTitle'), t(period, { from, to, officer: input.officerName }))
  gap(sheet, 4)
  paragraph(sheet, readingOf(context, input), { size: 12.5, leading: 1.38 })
  heading(sheet, t('bySite'))
  drawCounts(context, input)
  heading(sheet, t('collected'))
  for (const each of input.sites) drawResults(context, each)
  heading(sheet, t('lateActions'), 12)
  drawLate(context, input)
  gap(sheet, 5)
  paragraph(sheet, t('roundNote', { day: dayInWords(today, language) }), { size: 9.5, grey: 60 })
  return closeSheet(sheet, {
    firstHead: t('roundSpread'),
    head: [t('roundTitle'), capitalised(monthInWords(input.to, language))],
    foot: [input.dispositif, t('roundReference', { from, to })],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function readingOf({ t }: ReportContext, { sites, from, to, today }: RoundSummaryInput): string {
  const visits = sites.flatMap((each) => each.visits).length
  const fillings = sites.flatMap((each) => each.fillings).length
  const all = sites.flatMap((each) => each.actions)
  const actions = all.filter(({ createdOn }) => createdOn && createdOn >= from && createdOn <= to)
  const late = all.filter((action) => daysLate(action, today) > 0).length
  const events = sites.reduce((sum, each) => sum + (each.events?.open ?? 0), 0)
  const second = late + events === 0 ? t('roundQuiet') : t('roundLate', { late, events })
  const values = { visits, sites: sites.length, fillings, actions: actions.length }
  return `${t('roundReading', values)} ${second}`
}

function drawCounts(context: ReportContext, input: RoundSummaryInput): void {
  const { sheet, t, language } = context
  drawTable(
    sheet,
    [
      { label: t('site'), share: 34 },
      { label: t('visits'), share: 12 },
      { label: t('openEvents'), share: 26 },
      { label: t('actionsOpen'), share: 18 },
      { label: t('actionsLate'), share: 14 },
    ],
    input.sites.map(({ site, visits, events, actions }) => {
      const late = actions.filter((action) => daysLate(action, input.today) > 0).length
      return [
        siteTitle(site, language),
        String(visits.length),
        events ? openEvents(context, events) : t('notShared'),
        String(actions.filter(({ status }) => isOpen(status)).length),
        [{ text: String(late), bold: late > 0 }],
      ]
    }),
  )
}

/** « 5, dont 1 grave »; the count alone when none is. */
function openEvents(
  { t }: ReportContext,
  { open, grave }: NonNullable<RoundSite['events']>,
): string {
  return grave === 0 ? String(open) : t('openEventsGrave', { open, n: grave })
}

function drawResults(context: ReportContext, { site, fillings }: RoundSite): void {
  const { sheet, t, language, words } = context
  const shown = fillings
    .slice(0, RESULTS_PER_SITE)
    .map(({ form, filling }) =>
      t('resultLine', { title: words(form.title), result: resultOf(context, form, filling) }),
    )
  const more = fillings.length - shown.length
  const text = [
    ...(shown.length > 0 ? shown : [t('nothingCollected')]),
    ...(more > 0 ? [t('moreResults', { n: more })] : []),
  ].join('\n')
  const nameWidth = 52
  drawColumns(sheet, [
    {
      x: LEFT,
      lines: layLines(sheet, siteTitle(site, language), nameWidth - 4, { bold: true, size: SIZE }),
    },
    {
      x: LEFT + nameWidth,
      lines: layLines(sheet, text, WIDTH - nameWidth, { size: SIZE, leading: 1.3 }),
    },
  ])
  sheet.y += 1.5
}

function resultOf({ t, language }: ReportContext, form: Form, filling: Filling): string {
  if (form.kind === 'tracer') return t(filling.status === 'closed' ? 'tracerDone' : 'draft')
  const files = form.kind === 'epp' ? filesOf(filling) : []
  const answers =
    form.kind === 'epp' ? files.map((n) => answersOfFile(filling, n)) : [filling.answers]
  const scores = answers.map((each) => scoreForm(form, each).total)
  const counts = answers.map((each) => progress(form, each))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const n = sum(scores.map((score) => score.n))
  const won = sum(scores.map((score) => score.won))
  const outOf = sum(scores.map((score) => score.outOf))
  const answered = sum(counts.map((count) => count.answered))
  const expected = sum(counts.map((count) => count.expected))
  const count = t('countOf', {
    won: numberInWords(won, language),
    outOf: numberInWords(outOf, language),
  })
  const rated =
    n >= 10 ? t('resultRate', { rate: percentInWords(won / outOf, language), count }) : count
  const isMissing = scores.length === 0 || scores.some(({ kind }) => kind === 'incomplete')
  const result = isMissing ? t('resultIncomplete', { answered, expected }) : rated
  return form.kind === 'epp' ? t('files', { n: files.length, result }) : result
}

/** Numbers of the files that hold at least one answer. */
function filesOf(filling: Filling): readonly number[] {
  const numbers = [...filling.answers.keys()].map((key) => Number(key.split('.')[0]))
  return [...new Set(numbers.filter((n) => Number.isInteger(n) && n > 0))].sort((a, b) => a - b)
}

function drawLate(
  { sheet, t, language }: ReportContext,
  { sites, today }: RoundSummaryInput,
): void {
  const late = sites
    .flatMap(({ site, actions }) => actions.map((action) => ({ site, action })))
    .map((each) => ({ ...each, days: daysLate(each.action, today) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days)
  if (late.length === 0) paragraph(sheet, t('noLateActions'))
  for (const { site, action, days } of late.slice(0, LATE_SHOWN)) {
    const said = t('lateAction', {
      title: typed(action.title, language),
      pilot: typed(action.pilot, language) || t('pilotMissing'),
      due: action.dueOn ? dayInWords(action.dueOn, language) : t('dueMissing'),
      days,
    })
    paragraph(sheet, t('resultLine', { title: siteTitle(site, language), result: `${said}.` }), {
      sign: '–',
      size: SIZE,
      leading: 1.3,
      before: 0.8,
    })
  }
  const more = late.length - LATE_SHOWN
  if (more > 0) paragraph(sheet, t('moreLate', { n: more }), { before: 0.8 })
}
