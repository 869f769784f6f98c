import { useTranslation } from 'react-i18next'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import { type Filling, fillingDay } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { scoreHas, shownMean } from '#domain/form/has-score.ts'
import { scoreForm } from '#domain/form/score-form.ts'
import { countNonConformities } from '#domain/results/count-non-conformities.ts'
import { sameFormRounds } from '#domain/results/same-form-rounds.ts'
import { pareto } from '#domain/statistics/pareto.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatMean } from '#ui/form/format-mean.ts'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { IntervalChart } from '#ui/interval-chart.tsx'
import { ParetoChart } from '#ui/pareto-chart.tsx'
import { Section } from '#ui/section.tsx'
import { meanScale } from './mean-scores.tsx'
import { roundName } from './round-name.ts'
import { subjectName } from './subject-name.ts'
import { useFillings, useSites } from './use-audit.ts'

interface AcrossRoundsProps {
  readonly form: Form
  readonly audit: Filling
}

/** From round to round and home to home, on one version, and what comes back most. Nobody is ranked. */
export function AcrossRounds({ form, audit }: AcrossRoundsProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const sites = useSites()
  const fillings = useFillings()
  const nameOf = (site: string) => sites.get(site)?.name ?? site
  const rounds = sameFormRounds(fillings, audit, nameOf)
  if (rounds.length === 0) return null
  const counted = countNonConformities(
    form,
    rounds.map(({ answers }) => answers),
  )
  const labels = new Map(
    form.sections.flatMap(({ questions }) => questions.map(({ id, label }) => [id, label])),
  )
  const rows = pareto(counted)
  const vital = rows.filter((row) => row.vital).length
  const number = (value: number) => formatNumber(value, language, 1)
  const trend = rounds.map((round) => {
    const { total } = scoreForm(form, round.answers)
    const inPoints = meanScale(form) && scoreHas(form, round.answers).total
    const mean = inPoints && shownMean(inPoints)
    const day = fillingDay(round)
    const counts = { won: number(total.won), outOf: number(total.outOf) }
    const drawn = total.kind === 'rated' && total.n >= SMALLEST_RATED_N
    return {
      id: round.id,
      label: [
        nameOf(round.site),
        subjectName(t, form, round),
        roundName(t, round.round),
        day && formatDay(day, language, 'short'),
      ]
        .filter(Boolean)
        .join(', '),
      text:
        inPoints && mean !== undefined
          ? t('trendMean', { mean: formatMean(mean, language), count: inPoints.n })
          : t(total.kind === 'incomplete' ? 'sectionMissing' : 'sectionRate', counts),
      ...(drawn ? { value: total.rate } : {}),
    }
  })
  return (
    <>
      {rounds.length > 1 && (
        <Section title={t('trend')} note={t('trendNote')}>
          {meanScale(form) ? (
            // A mean of points has no place on an axis of rates.
            <DataTable
              caption={t('trendChart', { count: rounds.length })}
              columns={[
                { key: 'label', label: t('trendRow') },
                { key: 'text', label: t('levelMet') },
              ]}
              rows={trend.map(({ id, label, text: words }) => ({
                id,
                cells: { label, text: words },
              }))}
            />
          ) : (
            <IntervalChart
              caption={t('trendChart', { count: rounds.length })}
              rows={trend}
              {...(form.target === undefined ? {} : { target: form.target })}
            />
          )}
        </Section>
      )}
      {/* In one audit each criterion counts once: nothing comes back most. */}
      {rounds.length > 1 && rows.length > 0 && (
        <Section title={t('pareto')} note={t('paretoNote')}>
          <p>
            {t('paretoSentence', { count: vital, rounds: t('rounds', { count: rounds.length }) })}
          </p>
          <ParetoChart
            caption={t('paretoChart')}
            rows={rows.map((row) => {
              const label = labels.get(row.id)
              return { ...row, label: label ? text(label) : row.id }
            })}
          />
        </Section>
      )}
    </>
  )
}
