import { useTranslation } from 'react-i18next'
import type { Answers, Form } from '#domain/form/form.ts'
import { type HasScore, scoreHas, shownMean } from '#domain/form/has-score.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { formatMean } from '#ui/form/format-mean.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { RadarChart } from '#ui/radar-chart.tsx'
import { Section } from '#ui/section.tsx'
import { HasLevels } from './has-levels.tsx'
import { sectionTitle } from './section-title.ts'

interface MeanScoresProps {
  readonly form: Form
  readonly answers: Answers
}

/** Result of a grid rated in points: a mean with its n, cut and never rounded, and no letter. */
export function MeanScores({ form, answers }: MeanScoresProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const { total, sections } = scoreHas(form, answers)
  const scale = meanScale(form)
  if (!scale || (total.n === 0 && total.missing.length === 0)) return null
  const top = Math.max(...scale.steps.flatMap(({ worth }) => worth ?? []))
  const words = (score: HasScore) => {
    const mean = shownMean(score)
    if (mean === undefined) return t('meanNone')
    return t('meanOf', { mean: formatMean(mean, language), top, count: score.n })
  }
  return (
    <Section title={t('means')} note={scale.rule && text(scale.rule)}>
      {form.method === 'self-evaluation' && <p>{t('selfNotOfficial')}</p>}
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
      <HasLevels form={form} answers={answers} />
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
