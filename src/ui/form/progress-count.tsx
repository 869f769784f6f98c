import { useTranslation } from 'react-i18next'
import { FORM_TEXTS } from './form-texts.ts'
import css from './progress-count.module.css'

interface ProgressCountProps {
  readonly answered: number
  readonly expected: number
}

/** « 18 sur 34 » and its line; a count, never a rate. */
export function ProgressCount({ answered, expected }: ProgressCountProps) {
  const { t } = useTranslation(FORM_TEXTS)
  return (
    <div className={css.progress}>
      <p>{t('progress', { answered, expected })}</p>
      <progress
        className={css.meter}
        value={answered}
        max={Math.max(1, expected)}
        aria-label={t('progressLabel', { answered, expected })}
      />
    </div>
  )
}
