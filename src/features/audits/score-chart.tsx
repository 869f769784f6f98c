import { useTranslation } from 'react-i18next'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import type { Form } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import type { FormScore, ScoredForm } from '#domain/form/score-form.ts'
import { wilson } from '#domain/statistics/rate.ts'
import { formatNumber, formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { IntervalChart } from '#ui/interval-chart.tsx'
import { sectionTitle } from './section-title.ts'

interface ScoreChartProps {
  readonly form: Form
  readonly score: ScoredForm
  readonly before: ScoredForm | undefined
}

/** The whole, then each section, with what chance allows; a small or unfinished one is only counted. */
export function ScoreChart({ form, score, before }: ScoreChartProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language, 1)

  // A section may be held to more than the whole.
  const targets = new Map(
    form.sections.flatMap(({ id, target }) =>
      target === undefined ? [] : [[id, target] as const],
    ),
  )

  const rowOf = (id: string, label: string, own: FormScore, earlier: FormScore | undefined) => {
    const counts = { won: number(own.won), outOf: number(own.outOf) }
    if (own.kind === 'not-applicable') return { id, label, text: t('sectionNa') }
    if (own.kind === 'incomplete') return { id, label, text: t('sectionMissing', counts) }
    if (own.n < SMALLEST_RATED_N) return { id, label, text: t('sectionCount', counts) }
    const past = earlier && rated(earlier)
    const target = targets.get(id) ?? form.target
    const expected =
      target !== undefined &&
      targets.size > 0 &&
      t('sectionTarget', { target: formatPercent(target, language) })
    return {
      id,
      label,
      text: [t('sectionRate', counts), expected].filter(Boolean).join(', '),
      target,
      ...rated(own),
      ...(past ? { before: past } : {}),
    }
  }
  const rows = [
    rowOf('whole', t('whole'), score.total, before?.total),
    ...score.sections.map(({ section, score: own }) => {
      const source = form.sections.find(({ id }) => id === section)
      const earlier = before?.sections.find((each) => each.section === section)?.score
      return rowOf(section, source ? sectionTitle(source, text) : section, own, earlier)
    }),
  ]
  const criterion = form.sections
    .flatMap(({ questions }) => questions)
    .find((question) => question.type === 'criterion')
  const rule = criterion && scaleOf(criterion).rule
  return (
    <>
      <IntervalChart caption={t(before ? 'bySectionBoth' : 'bySectionChart')} rows={rows} />
      {rule && <p className="small soft">{text(rule)}</p>}
    </>
  )
}

/** Weights may differ from one: the interval is taken on the number of criteria, not of points. */
function rated(score: FormScore) {
  if (score.kind !== 'rated') return undefined
  return { value: score.rate, ...wilson(score.rate * score.n, score.n) }
}
