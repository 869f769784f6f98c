import type { CriterionGain } from '#domain/epp/gain-of-criteria.ts'
import { paragraph } from './flow.ts'
import type { ReportContext } from './report-context.ts'
import { numberInWords } from './report-format.ts'
import type { ReportTextKey, ReportTexts } from './report-texts.ts'
import { drawTable } from './table.ts'

/** « 2 critères sur 3 ont changé plus que le hasard ne l’explique. » */
export function gainsInWords(gains: readonly CriterionGain[], t: ReportTexts): string {
  const n = gains.filter((gain) => gain.kind === 'measured' && gain.difference.proven).length
  return t('eppGainsReading', { n, of: gains.length })
}

/** Both counts of each criterion, the difference in points with its interval, and its reading (R-EPP-4). */
export function drawEppGains(context: ReportContext, gains: readonly CriterionGain[]): void {
  const { sheet, t, words } = context
  paragraph(sheet, gainsInWords(gains, t))
  sheet.y += 2
  drawTable(
    sheet,
    [
      { label: t('eppCriterion'), share: 36 },
      { label: t('eppBefore'), share: 13 },
      { label: t('eppAfter'), share: 13 },
      { label: t('eppGain'), share: 22 },
      { label: t('eppReading'), share: 26 },
    ],
    gains.map((gain) => [
      words(gain.criterion.label),
      countOf(t, gain.before),
      countOf(t, gain.after),
      ...measured(context, gain),
    ]),
  )
}

function countOf(t: ReportTexts, { k, n }: CriterionGain['before']): string {
  return t('countOf', { won: k, outOf: n })
}

function measured({ t, language }: ReportContext, gain: CriterionGain): readonly string[] {
  if (gain.kind === 'too-small') return ['', t('eppTooSmall')]
  const { gain: value, low, high, proven } = gain.difference
  const points = (share: number) => numberInWords(share * 100, language)
  return [
    t('eppGainPoints', { gain: points(value), low: points(low), high: points(high) }),
    t(readingOf(value, proven)),
  ]
}

/** An interval that holds zero proves nothing; two equal rates leave nothing to explain. */
function readingOf(gain: number, isProven: boolean): ReportTextKey {
  if (isProven) return gain > 0 ? 'eppProgress' : 'eppDecline'
  return gain === 0 ? 'eppNoGain' : 'eppUnsure'
}
