import { useTranslation } from 'react-i18next'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { type HasScore, scoreHas, shownMean } from '#domain/form/has-score.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { unjustified } from '#domain/has/unjustified.ts'
import { formatMean } from '#ui/form/format-mean.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { RadarChart } from '#ui/radar-chart.tsx'
import { Section } from '#ui/section.tsx'
import { HasLevels } from './has-levels.tsx'
import { sectionTitle } from './section-title.ts'

interface MeanScoresProps {
  readonly form: Form
  readonly audit: Filling
}

/** Result of a grid rated in points: a mean with its n, cut and never rounded, and no letter. */
export function MeanScores({ form, audit }: MeanScoresProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const { total, sections } = scoreHas(form, audit.answers)
  const scale = meanScale(form)
  if (!scale || (total.n === 0 && total.missing.length === 0)) return null
  const silent = unjustified(form, audit)
  const top = Math.max(...scale.steps.flatMap(({ worth }) => worth ?? []))
  const words = (score: HasScore) => {
    const mean = shownMean(score)
    if (mean === undefined) return t('meanNone')
    return t('meanOf', { mean: formatMean(mean, language), top, count: score.n })
  }
  return (
    <Section title={t('means')} note={scale.rule && text(scale.rule)}>
      {total.kind === 'incomplete' ? (
        <Notice tone="watch" title={t('meansIncomplete', { count: total.missing.length })}>
          {words(total)}
        </Notice>
      ) : (
        <p>{t('meanWhole', { mean: words(total) })}</p>
      )}
      <RadarChart
        caption={t('meansChart')}
        axes={sections.map(({ section, score }) => {
          const source = form.sections.find(({ id }) => id === section)
          return {
            id: section,
            label: source ? sectionTitle(source, text) : section,
            value: score.mean === undefined ? undefined : (score.mean - 1) / (top - 1),
            text: words(score),
          }
        })}
      />
      {silent.length > 0 && (
        <Notice tone="watch" title={t('whyMissing', { count: silent.length })}>
          {t('whyMissingOf', { list: silent.map(({ id }) => id).join(', ') })}
        </Notice>
      )}
      <HasLevels form={form} answers={audit.answers} />
    </Section>
  )
}

/** The scale in points of a form; undefined for a form of rates alone. */
export function meanScale(form: Form) {
  return form.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) => (question.type === 'criterion' ? [scaleOf(question)] : []))
    .find(({ counts }) => counts === 'mean')
}
