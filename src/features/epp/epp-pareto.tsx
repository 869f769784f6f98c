import { useTranslation } from 'react-i18next'
import type { Answers, Form } from '#domain/form/form.ts'
import { countNonConformities } from '#domain/results/count-non-conformities.ts'
import { pareto } from '#domain/statistics/pareto.ts'
import { useText } from '#ui/i18n.ts'
import { ParetoChart } from '#ui/pareto-chart.tsx'
import { Section } from '#ui/section.tsx'
import { unitOf } from './unit-of.ts'

interface EppParetoProps {
  readonly form: Form
  readonly files: readonly Answers[]
}

/** What is missing most over the files of this round. */
export function EppPareto({ form, files }: EppParetoProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const labels = new Map(
    form.sections.flatMap(({ questions }) => questions.map(({ id, label }) => [id, label])),
  )
  const rows = pareto(countNonConformities(form, files))
  if (rows.length === 0) return null
  const vital = rows.filter((row) => row.vital).length
  return (
    <Section title={t('pareto')} note={t('paretoNote', unitOf(form))} level={3}>
      <p>{t('paretoSentence', { count: vital })}</p>
      <ParetoChart
        caption={t('paretoChart')}
        rows={rows.map((row) => {
          const label = labels.get(row.id)
          return { ...row, label: label ? text(label) : row.id }
        })}
      />
    </Section>
  )
}
