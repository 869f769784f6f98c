import type { FormScore } from '#domain/form/score-form.ts'
import type { Language } from '#domain/shared/text.ts'
import { type AuditFacts, type Measured, rateOf } from './audit-facts.ts'
import { numberInWords, percentInWords } from './report-format.ts'
import type { ReportTextKey, ReportTexts } from './report-texts.ts'

/** « 19 conformes, 5 en partie et 1 non conforme »: the counts a rate comes from. */
export function detailInWords(marks: Measured['marks'], t: ReportTexts): string {
  const kinds = [
    ['full', 'detailYes'],
    ['half', 'detailPartial'],
    ['empty', 'detailNo'],
  ] as const satisfies readonly (readonly [string, ReportTextKey])[]
  const parts = kinds.flatMap(([mark, key]) => {
    const n = marks.filter((each) => each === mark).length
    return n > 0 ? [t(key, { n })] : []
  })
  const last = parts.pop() ?? ''
  return parts.length > 0 ? t('listEnd', { first: parts.join(', '), last }) : last
}

/** « 21,5 sur 25 »: points won over points that count. */
export function countInWords(
  { won, outOf }: Pick<FormScore, 'won' | 'outOf'>,
  t: ReportTexts,
  language: Language,
): string {
  return t('countOf', { won: numberInWords(won, language), outOf: numberInWords(outOf, language) })
}

/** The rate with ten answers or more, the count in words below. */
export function figureInWords(measured: Measured, t: ReportTexts, language: Language): string {
  if (measured.rated) return percentInWords(measured.rated.rate, language)
  return countInWords(measured.score, t, language)
}

/** The large figure of the first page: a final rate, a count, or a word that says there is none. */
export function headlineOf(facts: AuditFacts, t: ReportTexts, language: Language): string {
  switch (facts.whole.score.kind) {
    case 'incomplete':
      return t('incomplete')
    case 'not-applicable':
      return t('notApplicable')
    case 'rated':
      return figureInWords(facts.whole, t, language)
  }
}

/** The sentence beside the figure: what it is made of, its interval, the target, the past. */
export function verdictInWords(
  facts: AuditFacts,
  target: number | undefined,
  t: ReportTexts,
  language: Language,
): { readonly first: string; readonly rest: string } {
  const { whole } = facts
  const { score } = whole
  const detail = detailInWords(whole.marks, t)
  if (score.kind === 'not-applicable') return { first: t('notApplicableSentence'), rest: '' }
  if (score.kind === 'incomplete') {
    if (facts.progress.answered === 0) return { first: t('incompleteNothing'), rest: '' }
    const figure = figureInWords(whole, t, language)
    return {
      first: t('incompleteSentence', { ...facts.progress }),
      rest: score.n > 0 ? ` ${t('incompletePartial', { n: score.n, detail, figure })}` : '',
    }
  }
  const { rated } = whole
  const before = whole.before ? rateOf(whole.before) : undefined
  const rest = [
    rated
      ? t('verdictInterval', {
          low: percentInWords(rated.low, language),
          high: percentInWords(rated.high, language),
        })
      : t('verdictFew'),
    rated && target !== undefined
      ? t(targetKey(rated, target), { target: percentInWords(target, language) })
      : '',
    whole.before && before !== undefined
      ? t('verdictBefore', { rate: earlierInWords(whole.before, t, language) })
      : '',
  ]
  return { first: t('verdictDetail', { detail, n: score.n }), rest: rest.join('') }
}

/** One sentence to read before the chart of the sections. */
export function sectionsInWords(
  sections: readonly (Measured & { readonly name: string })[],
  t: ReportTexts,
  language: Language,
): string {
  const ranked = sections
    .filter((section) => section.rated)
    .sort((a, b) => (b.rated?.rate ?? 0) - (a.rated?.rate ?? 0))
  const best = ranked[0]
  const worst = ranked.at(-1)
  if (!best || !worst || ranked.length < 2) return t('bySectionFew')
  if (best.rated?.rate === worst.rated?.rate) {
    return t('bySectionEven', { figure: figureInWords(best, t, language) })
  }
  return t('bySectionReading', {
    best: best.name,
    bestFigure: figureInWords(best, t, language),
    worst: worst.name,
    worstFigure: figureInWords(worst, t, language),
  })
}

function earlierInWords(before: FormScore, t: ReportTexts, language: Language): string {
  const rate = rateOf(before)
  if (rate === undefined || before.n < 10) return countInWords(before, t, language)
  return percentInWords(rate, language)
}

function targetKey(
  { rate, high }: { readonly rate: number; readonly high: number },
  target: number,
): ReportTextKey {
  if (rate >= target) return 'targetReached'
  return high >= target ? 'targetUnsure' : 'targetMissed'
}
