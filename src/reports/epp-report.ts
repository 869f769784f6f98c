import type { Action } from '#domain/action-plan/action.ts'
import { gainOfCriteria } from '#domain/epp/gain-of-criteria.ts'
import { type Protocol, sharedTarget, targetsOf } from '#domain/epp/protocol.ts'
import { type CriterionRate, rateCriteria, rateRound } from '#domain/epp/rate-criteria.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Answers, Form } from '#domain/form/form.ts'
import { isSameForm } from '#domain/results/same-form-rounds.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { drawActionTable } from './action-rows.ts'
import { drawSignatures } from './audit-findings.ts'
import { drawEppGains, gainsInWords } from './epp-gains.ts'
import { unitKeys } from './epp-unit.ts'
import { heading, paragraph } from './flow.ts'
import { drawIntervalBars, type IntervalBar } from './interval-bars.ts'
import { protocolInWords, targetInWords } from './protocol-in-words.ts'
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
  monthInWords,
  percentInWords,
  siteTitle,
  typed,
} from './report-format.ts'
import { reportTexts } from './report-texts.ts'
import { roundInWords } from './round-in-words.ts'
import { closeSheet, openSheet } from './sheet.ts'

/** A round and the answers of each of its files, in their order. */
export interface ReportRound {
  readonly filling: Filling
  readonly files: readonly Answers[]
  readonly protocol?: Protocol
  /** Why a criterion is so often « non applicable », by criterion (R-EPP-6). */
  readonly naReasons?: ReadonlyMap<string, string>
}

export interface EppReportInput {
  readonly site: Site
  readonly form: Form
  readonly round: ReportRound
  /** The round before at the same home; its gain is given when the version is the same. */
  readonly previous?: ReportRound
  /** Actions of the home; those of this round and of the previous one are picked. */
  readonly actions: readonly Action[]
  readonly authorName: string
  readonly today: Day
  readonly language: Language
}

/** What a report of an EPP says, counted once: the whole, each criterion, and the round before. */
interface EppFacts {
  readonly whole: ReturnType<typeof rateRound>
  readonly rates: readonly CriterionRate[]
  readonly before: readonly CriterionRate[]
  readonly isComparable: boolean
  /** What is expected of each criterion, and of all when it is the same. */
  readonly targets: ReadonlyMap<string, number>
  readonly target: number | undefined
}

const NO_TARGET = { target: undefined, targets: new Map<string, number>() }

/** The report of an EPP round on A4: protocol, sample, rates with their interval, gain, actions. */
export async function eppReport(
  input: EppReportInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { form, language, previous, round, today } = input
  const { filling } = round
  const t = reportTexts(language)
  const home = siteTitle(input.site, language)
  const title = form.title[language]
  const sheet = await openSheet({
    title: t('eppFile', { form: title, site: home }),
    author: input.authorName,
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const month = monthInWords(filling.heldOn ?? today, language)
  const targets = targetsOf(form, round.protocol ?? NO_TARGET)
  const facts: EppFacts = {
    targets,
    target: sharedTarget(form, targets),
    whole: rateRound(form, round.files),
    rates: rateCriteria(form, round.files),
    before: previous ? rateCriteria(form, previous.files) : [],
    isComparable: previous !== undefined && isSameForm(previous.filling, filling),
  }

  const unit = unitKeys(form)
  drawTitle(
    sheet,
    context.words(form.title),
    `${home}, ${roundInWords(filling.round, t)}, ${month}`,
  )
  drawIdentity(sheet, [
    { label: t('heldOn'), value: dayInWords(filling.heldOn ?? today, language) },
    { label: t('by'), value: input.authorName },
    { label: t('withWhom'), value: typed(filling.withWhom, language) || t('notSaid') },
    { label: t('eppSample'), value: t(unit.files, { n: round.files.length }) },
  ])
  drawHeadline(sheet, t('countOf', { won: facts.whole.k, outOf: facts.whole.n }), {
    first: t(unit.whole, { n: facts.whole.n, files: facts.whole.files }),
    rest: restOfHeadline(context, facts),
  })
  drawProtocol(context, input, facts)
  drawRates(context, input, facts)
  if (previous) {
    heading(sheet, t('eppGains'), 40)
    if (facts.isComparable) drawEppGains(context, gainOfCriteria(facts.before, facts.rates))
    else paragraph(sheet, t('eppOtherVersion', { version: previous.filling.formVersion }))
  }
  drawActions(context, input)
  heading(sheet, t('method'), 30)
  const method = [t('eppMethod'), t('methodInterval'), t('eppMethodGain'), t('methodSelf')]
  paragraph(sheet, method.join(' '), { size: 9.5, leading: 1.4 })
  drawSignatures(sheet, [t('signOfficer', { name: input.authorName }), t('signDirection')])
  return closeSheet(sheet, {
    firstHead: t('eppSpread'),
    head: [`${context.words(form.title)}, ${home}`, capitalised(month)],
    foot: [
      t('product'),
      t('eppReference', {
        reference: filling.id.slice(-8).toUpperCase(),
        form: form.code,
        version: form.version,
      }),
    ],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function restOfHeadline({ t }: ReportContext, facts: EppFacts): string {
  const unread = facts.rates.reduce((sum, { unanswered }) => sum + unanswered, 0)
  const gains = facts.isComparable ? gainOfCriteria(facts.before, facts.rates) : []
  return [
    unread > 0 ? ` ${t('eppIncomplete', { n: unread })}` : '',
    gains.length > 0 ? ` ${gainsInWords(gains, t)}` : '',
  ].join('')
}

function drawProtocol(context: ReportContext, input: EppReportInput, facts: EppFacts): void {
  const { sheet, t, words } = context
  const { form, round } = input
  heading(sheet, t('eppProtocol'), 20)
  const said = [
    t('methodSource', { form: form.code, version: form.version, source: words(form.source) }),
    t(unitKeys(form).read, { n: round.files.length }),
    ...protocolInWords(context, round.protocol),
    targetInWords(context, facts.targets, facts.target),
  ]
  paragraph(sheet, said.join(' '), { size: 10.5, leading: 1.4 })
}

/** As many bars as hold on a page: a chart is never cut in the middle. */
const BARS_BY_CHART = 14

function drawRates(context: ReportContext, input: EppReportInput, facts: EppFacts): void {
  const { sheet, t, language, words } = context
  const { form } = input
  heading(sheet, t('eppRates'), 60)
  const small = facts.rates.filter(({ tooSmall }) => tooSmall).length
  paragraph(sheet, t(small > 0 ? unitKeys(form).small : 'eppRatesReading', { n: small }))
  const bars = facts.rates.map((rate) => barOf(context, rate, facts))
  const heldOn = input.previous?.filling.heldOn
  const earlier = heldOn
    ? t('previousRoundOn', { month: monthInWords(heldOn, language) })
    : t('previousRound')
  for (let from = 0; from < bars.length; from += BARS_BY_CHART) {
    drawIntervalBars(sheet, bars.slice(from, from + BARS_BY_CHART), {
      ...rateAxis(context, { ...(facts.target === undefined ? {} : { target: facts.target }) }),
      legend: {
        now: t('thisRound'),
        interval: t('interval'),
        ...(bars.some(({ before }) => before !== undefined) ? { before: earlier } : {}),
      },
    })
  }
  for (const rate of facts.rates.filter(({ manyNotApplicable }) => manyNotApplicable)) {
    const { id, label } = rate.criterion
    const reason = input.round.naReasons?.get(id)
    paragraph(
      sheet,
      [
        t(unitKeys(form).many, { criterion: words(label), n: rate.notApplicable }),
        reason ? t('eppNaReason', { reason: typed(reason, language) }) : t('eppNaNoReason'),
      ].join(' '),
      { sign: '–' },
    )
  }
}

function barOf(
  { t, language, words }: ReportContext,
  { criterion, k, n, rate, interval, tooSmall }: CriterionRate,
  facts: EppFacts,
): IntervalBar {
  const expected = facts.target === undefined ? facts.targets.get(criterion.id) : undefined
  const label =
    expected === undefined
      ? words(criterion.label)
      : t('eppExpected', {
          label: words(criterion.label),
          target: percentInWords(expected, language),
        })
  const count = n > 0 ? t('countOf', { won: k, outOf: n }) : ''
  if (rate === undefined) return { label, count, instead: t('nothingApplies') }
  if (tooSmall || !interval) return { label, count, instead: t('eppTooSmall') }
  const then = facts.isComparable
    ? facts.before.find((each) => each.criterion.id === criterion.id && !each.tooSmall)
    : undefined
  return {
    label,
    count,
    rate,
    ...interval,
    ...(expected !== undefined && { target: expected }),
    percent: percentInWords(rate, language),
    ...(then?.rate === undefined ? {} : { before: then.rate }),
  }
}

function drawActions(context: ReportContext, input: EppReportInput): void {
  const { sheet, t } = context
  const of = (round: ReportRound | undefined) =>
    input.actions.filter(({ sourceRecord }) => sourceRecord === round?.filling.id)
  heading(sheet, t('eppActions'))
  const own = of(input.round)
  if (own.length === 0) paragraph(sheet, t('noAction'))
  else drawActionTable(context, own, input.today)
  const earlier = of(input.previous)
  if (earlier.length === 0) return
  heading(sheet, t('previousActions'))
  drawActionTable(context, earlier, input.today)
}
