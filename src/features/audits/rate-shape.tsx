import { useTranslation } from 'react-i18next'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import type { Form } from '#domain/form/form.ts'
import type { ScoredForm } from '#domain/form/score-form.ts'
import { formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { RadarChart } from '#ui/radar-chart.tsx'
import { sectionTitle } from './section-title.ts'

interface RateShapeProps {
  readonly form: Form
  readonly score: ScoredForm
}

/** Two points make a line: the bars above say as much. */
const FEWEST_SECTIONS = 3

/** The shape of an audit, as its report prints it: when three sections have answers enough for a rate. */
export function RateShape({ form, score }: RateShapeProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language, 1)
  const axes = score.sections.map(({ section, score: { kind, won, outOf, n } }) => {
    const source = form.sections.find(({ id }) => id === section)
    const isRated = kind === 'rated' && n >= SMALLEST_RATED_N
    return {
      id: section,
      label: source ? sectionTitle(source, text) : section,
      value: isRated ? won / outOf : undefined,
      text: t(isRated ? 'sectionRate' : 'sectionCount', {
        won: number(won),
        outOf: number(outOf),
      }),
    }
  })
  if (axes.filter(({ value }) => value !== undefined).length < FEWEST_SECTIONS) return null
  return <RadarChart caption={t('shapeChart')} axes={axes} />
}
