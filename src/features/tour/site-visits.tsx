import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { VISIT_STATUS_TEXTS } from '#domain/site/site-texts.ts'
import type { Visit } from '#domain/site/visit.ts'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { type Stop, Stops } from '#ui/stops.tsx'
import styles from './home.module.css'

/** Visits shown on each side of today. */
const PAST = 4
const AHEAD = 3

/** The last visits and the next ones, on the line. */
export function SiteVisits({ visits, today }: { visits: readonly Visit[]; today: Day }) {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()
  const dated = visits
    .flatMap((visit) => (visit.day ? [{ visit, on: visit.day }] : []))
    .filter(({ visit }) => visit.status !== 'cancelled')
    .sort((a, b) => a.on.localeCompare(b.on))
  const shown = [
    ...dated.filter(({ on }) => on < today).slice(-PAST),
    ...dated.filter(({ on }) => on >= today).slice(0, AHEAD),
  ]
  if (shown.length === 0) return <p className={styles.quiet}>{t('siteVisitsEmpty')}</p>
  return (
    <Stops
      label={t('siteVisits')}
      items={shown.map(
        ({ visit, on }): Stop => ({
          id: visit.id,
          title: formatDay(on, language, 'weekday'),
          state: visit.status === 'done' ? 'done' : on === today ? 'here' : 'ahead',
          stateLabel: text(VISIT_STATUS_TEXTS[visit.status]),
          aside: t('visitDays', {
            count: visit.days,
            days: formatNumber(visit.days, language, 1),
          }),
          ...(visit.note !== '' && { detail: visit.note }),
        }),
      )}
    />
  )
}
