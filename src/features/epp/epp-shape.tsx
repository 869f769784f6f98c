import { useTranslation } from 'react-i18next'
import { type CriterionRate, rateSections } from '#domain/epp/rate-criteria.ts'
import type { Form } from '#domain/form/form.ts'
import { useText } from '#ui/i18n.ts'
import { RadarChart } from '#ui/radar-chart.tsx'
import { Section } from '#ui/section.tsx'
import { unitOf } from './unit-of.ts'

interface EppShapeProps {
  readonly form: Form
  readonly rates: readonly CriterionRate[]
}

/** Under three parts there is no shape to read that the rates do not already tell. */
const FEWEST_PARTS = 3

/** The shape of a round, one axis for each part of its form. */
export function EppShape({ form, rates }: EppShapeProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const parts = rateSections(form, rates)
  if (parts.filter(({ rate }) => rate !== undefined).length < FEWEST_PARTS) return null
  return (
    <Section title={t('shape')} note={t('shapeNote', unitOf(form))} level={3}>
      <RadarChart
        caption={t('shapeChart')}
        axes={parts.map(({ section, k, n, rate }) => {
          const title = form.sections.find(({ id }) => id === section)?.title
          return {
            id: section,
            label: title ? text(title) : section,
            value: rate,
            text: t(rate === undefined ? 'rateRowSmall' : 'rateRow', { k, n }),
          }
        })}
      />
    </Section>
  )
}
