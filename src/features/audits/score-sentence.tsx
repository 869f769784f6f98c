import { useTranslation } from 'react-i18next'
import { SMALLEST_RATED_N } from '#domain/epp/rate-criteria.ts'
import type { Answers, Form } from '#domain/form/form.ts'
import { progress } from '#domain/form/progress.ts'
import type { FormScore } from '#domain/form/score-form.ts'
import { formatNumber, formatPercent } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import css from './score-sentence.module.css'

interface ScoreSentenceProps {
  readonly form: Form
  readonly answers: Answers
  readonly score: FormScore
}

/** The reading before the figures. An unfinished audit is said unfinished, never rated. */
export function ScoreSentence({ form, answers, score }: ScoreSentenceProps) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const percent = (rate: number) => formatPercent(rate, language)
  const number = (value: number) => formatNumber(value, language, 1)
  const counts = { won: number(score.won), outOf: number(score.outOf) }
  // Of fewer than ten criteria, the count alone, as on the report (R-EPP-5).
  const isSmall = score.n < SMALLEST_RATED_N
  if (score.kind === 'not-applicable') return <p className={css.sentence}>{t('resultNothing')}</p>
  if (score.kind === 'incomplete') {
    const { answered, expected } = progress(form, answers)
    return (
      <Notice tone="watch" title={t('resultIncomplete', { count: answered, expected })}>
        {score.answeredScore !== undefined && (
          <p>
            {isSmall
              ? t('resultIncompleteCount', counts)
              : t('resultIncompleteRate', { count: score.n, rate: percent(score.answeredScore) })}
          </p>
        )}
      </Notice>
    )
  }
  const { target } = form
  return (
    <div>
      <p className={css.sentence}>
        {isSmall
          ? t('resultSmall', counts)
          : t('resultSentence', { count: score.n, rate: percent(score.rate) })}{' '}
        {target !== undefined &&
          !isSmall &&
          t(score.rate < target ? 'resultBelow' : 'resultAbove', { target: percent(target) })}
      </p>
      {score.blockedBy.length > 0 && (
        <Notice tone="alert">{t('resultBlocked', { count: score.blockedBy.length })}</Notice>
      )}
    </div>
  )
}
