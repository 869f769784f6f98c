import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { monthDays } from './due-here.ts'
import type { HomeView } from './home-view.ts'
import styles from './round.module.css'

/** The day, what the home is, and how much of the month's time it has had. */
export function HomeLead({ home, today }: { home: HomeView; today: Day }) {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()
  const { done, planned } = monthDays(home, today)
  const days = (count: number) => formatNumber(count, language, 1)
  return (
    <>
      <span className={styles.line}>
        {t('youAreHere', { day: formatDay(today, language, 'weekday') })}
      </span>
      {t('identity', { kind: text(SITE_KIND_TEXTS[home.site.kind]), count: home.site.places })}{' '}
      {planned > 0 && t('monthDays', { count: planned, done: days(done), planned: days(planned) })}
    </>
  )
}
