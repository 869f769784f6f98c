import type { Action } from '#domain/action-plan/action.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { scaleOf, stepOf } from '#domain/form/scales.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { drawActionTable } from './action-rows.ts'
import { drawAnswers, drawProofs } from './audit-answers.ts'
import {
  type AuditFacts,
  type Finding,
  type Measured,
  rateOf,
  readAuditFacts,
} from './audit-facts.ts'
import { drawFindingsPareto, drawMeans, drawRateShape, headlineOfMeans } from './audit-figures.ts'
import { drawFinding, drawSignatures } from './audit-findings.ts'
import { countInWords, headlineOf, sectionsInWords, verdictInWords } from './audit-words.ts'
import { drawColumns, gap, heading, paragraph } from './flow.ts'
import { drawIntervalBars, type IntervalBar } from './interval-bars.ts'
import { type Line, layLines } from './lines.ts'
import type { ReportPhoto } from './photo.ts'
import { rateAxis } from './rate-axis.ts'
import {
  createContext,
  drawHeadline,
  drawIdentity,
  drawTitle,
  type ReportContext,
} from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import {
  capitalised,
  dayInWords,
  isSeveralDays,
  monthInWords,
  percentInWords,
  siteTitle,
  typed,
} from './report-format.ts'
import { type ReportTexts, reportTexts } from './report-texts.ts'
import { roundInWords } from './round-in-words.ts'
import { closeSheet, LEFT, needRoom, openSheet, WIDTH } from './sheet.ts'
import { subjectInWords } from './subject-in-words.ts'

export interface AuditReportInput {
  readonly site: Site
  readonly form: Form
  readonly filling: Filling
  /** The round before, on the same form; its answers and its actions are shown beside. */
  readonly previous?: Filling
  /** Actions of the home; those of this audit and of the previous one are picked. */
  readonly actions: readonly Action[]
  readonly authorName: string
  /** Photos held on this device, by sha256. */
  readonly photos: ReadonlyMap<string, ReportPhoto>
  /** Photos the server has not received from the device that took them. */
  readonly expectedPhotos: ReadonlySet<string>
  readonly today: Day
  readonly language: Language
}

/** The audit report on A4, as a PDF made on the device. An unfinished audit says « Incomplet ». */
export async function auditReport(
  input: AuditReportInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { form, filling, language } = input
  const t = reportTexts(language)
  const home = siteTitle(input.site, language)
  const heldOn = filling.heldOn ?? input.today
  const title = form.title[language]
  const sheet = await openSheet({
    title: t('auditFile', { form: title, site: home }),
    author: input.authorName,
    language,
    today: input.today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const facts = readAuditFacts(input)
  const month = monthInWords(heldOn, language)

  drawTitle(
    sheet,
    context.words(form.title),
    [home, subjectInWords(form, filling, t, language), roundInWords(filling.round, t), month]
      .filter(Boolean)
      .join(', '),
  )
  drawIdentity(sheet, identityOf(input, facts, t))
  const inPoints =
    facts.whole.score.kind === 'not-applicable'
      ? headlineOfMeans(context, form, filling)
      : undefined
  drawHeadline(
    sheet,
    inPoints?.figure ?? headlineOf(facts, t, language),
    inPoints ?? verdictInWords(facts, form.target, t, language),
  )
  drawSections(context, input, facts)
  drawRateShape(context, facts)
  drawMeans(context, form, filling)
  drawPoints(context, facts)
  drawFindingsPareto(context, form, facts)
  heading(sheet, t('findings'), 34)
  if (facts.findings.length === 0) paragraph(sheet, t('noFindings'))
  facts.findings.forEach((finding, index) => {
    drawFinding(context, finding, input, index > 0)
  })
  if (facts.otherActions.length > 0) {
    heading(sheet, t('otherActions'))
    drawActionTable(context, facts.otherActions, input.today)
  }
  if (facts.previousActions.length > 0) {
    heading(sheet, t('previousActions'))
    drawActionTable(context, facts.previousActions, input.today)
  }
  drawAnswers(context, form, filling)
  drawProofs(context, facts.otherProofs, input)
  drawMethod(context, form, facts)
  drawSignatures(sheet, [t('signOfficer', { name: input.authorName }), t('signDirection')])

  const reference = filling.id.slice(-8).toUpperCase()
  return closeSheet(sheet, {
    firstHead: t('auditSpread'),
    head: [`${context.words(form.title)}, ${home}`, capitalised(month)],
    foot: [
      t('product'),
      t('auditReference', { reference, form: form.code, version: form.version }),
    ],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function identityOf(input: AuditReportInput, facts: AuditFacts, t: ReportTexts) {
  const { filling, language } = input
  const { heldOn, closedOn } = filling
  const { answered, expected } = facts.progress
  const held =
    heldOn && closedOn && isSeveralDays(heldOn, closedOn)
      ? t('heldFromTo', { from: dayInWords(heldOn, language), to: dayInWords(closedOn, language) })
      : dayInWords(heldOn ?? input.today, language)
  return [
    { label: t('heldOn'), value: held },
    { label: t('by'), value: byOf(input, t) },
    { label: t('withWhom'), value: typed(filling.withWhom, language) || t('notSaid') },
    {
      label: t('answers'),
      value:
        answered === expected
          ? t('answersComplete', { n: answered })
          : t('answersMissing', { answered, expected }),
    },
  ]
}

/** Who looked, when it is not who typed: the function written on the paper. */
function byOf({ filling, authorName, language }: AuditReportInput, t: ReportTexts): string {
  if (!filling.paper) return authorName
  const by = typed(filling.paper.by, language) || t('notSaid')
  return t('byOnPaper', { by, name: authorName })
}

function drawSections(context: ReportContext, input: AuditReportInput, facts: AuditFacts): void {
  const { sheet, t, language, words } = context
  const { form, previous } = input
  const sections = facts.sections.map((section) => ({ ...section, name: words(section.title) }))
  if (sections.length === 0) return
  heading(sheet, t('bySection'), 60)
  paragraph(sheet, sectionsInWords(sections, t, language))
  const measured = [facts.whole, ...sections]
  // One line across them all while all are held to the same; else each has its own.
  const areAlike = sections.every(({ target = form.target }) => target === form.target)
  const held = (bar: IntervalBar, target = form.target): IntervalBar => {
    if (areAlike || target === undefined || bar.rate === undefined) return bar
    const words = t('target', { target: percentInWords(target, language) })
    return { ...bar, target, label: `${bar.label}, ${words}` }
  }
  const bars = [
    { ...held(barOf(context, facts.whole, t('whole'))), strong: true },
    ...sections.map((section) => held(barOf(context, section, section.name), section.target)),
  ]
  const beforeLabel = previous?.heldOn
    ? t('previousRoundOn', { month: monthInWords(previous.heldOn, language) })
    : t('previousRound')
  drawIntervalBars(sheet, bars, {
    ...rateAxis(context, areAlike ? form : {}),
    legend: {
      now: t('thisRound'),
      interval: t('interval'),
      ...(measured.some(({ before }) => before) ? { before: beforeLabel } : {}),
      ...(measured.some(({ rated, marks }) => !rated && marks.length > 0)
        ? { marks: [t('markFull'), t('markHalf'), t('markEmpty')] as const }
        : {}),
    },
  })
}

function barOf({ t, language }: ReportContext, measured: Measured, label: string): IntervalBar {
  const { score, rated, before, marks } = measured
  const earlier = before ? rateOf(before) : undefined
  const count = score.outOf > 0 ? countInWords(score, t, language) : ''
  if (rated) {
    const percent = percentInWords(rated.rate, language)
    return {
      label,
      count,
      percent,
      rate: rated.rate,
      low: rated.low,
      high: rated.high,
      ...(earlier === undefined || (before?.n ?? 0) < 10 ? {} : { before: earlier }),
    }
  }
  if (score.n === 0) {
    const instead = t(score.kind === 'incomplete' ? 'noAnswer' : 'nothingApplies')
    return { label, count, instead }
  }
  if (!before || before.n === 0) return { label, count, marks }
  const instead = t('countBefore', { before: countInWords(before, t, language) })
  return { label, count, marks, instead }
}

const POINTS = 4

function drawPoints({ sheet, t, words }: ReportContext, facts: AuditFacts): void {
  gap(sheet, 6)
  const width = (WIDTH - 8) / 2
  const list = (title: string, sign: string, items: readonly CriterionQuestion[], none: string) => {
    const entries = items.slice(0, POINTS).map((item) => words(item.label))
    const lines: Line[] = layLines(sheet, title, width, { size: 14.5, bold: true, leading: 1.3 })
    if (entries.length === 0) lines.push(...layLines(sheet, none, width, { before: 1.6 }))
    for (const entry of entries) {
      lines.push(...layLines(sheet, entry, width, { before: 1.6, leading: 1.3, sign }))
    }
    return lines
  }
  const weak = [...facts.findings]
    .sort((a, b) => Number(isPartly(a)) - Number(isPartly(b)))
    .map(({ question }) => question)
  needRoom(sheet, 30)
  drawColumns(sheet, [
    { x: LEFT, lines: list(t('strong'), '+', facts.strong, t('noStrong')) },
    { x: LEFT + width + 8, lines: list(t('weak'), '–', weak, t('noWeak')) },
  ])
}

function isPartly({ question, answer }: Finding): boolean {
  return stepOf(question, answer)?.reading === 'partly'
}

function drawMethod({ sheet, t, words }: ReportContext, form: Form, facts: AuditFacts): void {
  const rules = new Set(
    form.sections.flatMap(({ questions }) =>
      questions.flatMap((question) =>
        question.type === 'criterion' ? (scaleOf(question).rule ?? []) : [],
      ),
    ),
  )
  heading(sheet, t('method'), 40)
  paragraph(
    sheet,
    [
      t('methodSource', { form: form.code, version: form.version, source: words(form.source) }),
      ...[...rules].map(words),
      ...(facts.hasWeights ? [t('methodWeights')] : []),
      t('methodCriteria'),
      t('methodInterval'),
      t('methodSelf'),
    ].join(' '),
    { size: 9.5, leading: 1.4 },
  )
}
