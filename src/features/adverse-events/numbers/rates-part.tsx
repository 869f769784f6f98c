import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { type MonthRate, periodRate } from '#domain/adverse-event/numbers/monthly-rates.ts'
import type { PresenceDays } from '#domain/adverse-event/numbers/presence-days.ts'
import { day } from '#domain/shared/day.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { Site } from '#domain/site/site.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatMonth, formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { EnterDays } from './enter-days.tsx'
import styles from './numbers.module.css'

interface RatesPartProps {
  readonly site: Site
  readonly rates: readonly MonthRate[]
  readonly daysOf: (month: string) => PresenceDays
}

/** The rate of the period and of each month, with what they are made of. */
export function RatesPart({ site, rates, daysOf }: RatesPartProps) {
  const { t } = useTranslation('event-numbers')
  const language = useLanguage()
  const { mayWrite } = useWorkspace()
  const whole = (value: number) => formatNumber(value, language)
  const nameOf = (month: string) => formatMonth(day(`${month}-01`), language)
  const period = periodRate(rates)
  const sentence = () => {
    const events = whole(period.events)
    if (period.kind === 'incomplete') {
      return t('incomplete', { count: period.missing, events })
    }
    const days = whole(period.days)
    return period.kind === 'too-small'
      ? t('tooSmall', { events, days })
      : t('rated', { rate: formatNumber(period.rate, language, 2), events, days })
  }
  const daysText = (month: string) => {
    const found = daysOf(month)
    if (found.kind === 'known') return whole(found.days)
    return t(found.kind === 'missing' ? 'daysMissing' : 'daysDisagree')
  }
  return (
    <Section title={t('rates')}>
      <div className={styles.stack}>
        <p>
          <b>{sentence()}</b>
        </p>
        <details className={styles.enter}>
          <summary>{t('byMonth')}</summary>
          <DataTable
            caption={t('rates')}
            hideCaption
            columns={[
              { key: 'month', label: t('columnMonth') },
              { key: 'events', label: t('columnEvents'), align: 'end' },
              { key: 'days', label: t('columnDays'), align: 'end' },
              { key: 'rate', label: t('columnRate'), align: 'end' },
            ]}
            rows={rates.map(({ month, events, rate }) => ({
              id: month,
              cells: {
                month: nameOf(month),
                events: whole(events),
                days: daysText(month),
                rate: rate === undefined ? '–' : formatNumber(rate, language, 2),
              },
            }))}
          />
        </details>
        <p className="soft small">{t('rateRule')}</p>
        {mayWrite(bucketId(site.id, 'figures')) ? (
          <EnterDays
            site={site}
            months={rates.map(({ month }) => ({ month, name: nameOf(month), said: daysOf(month) }))}
          />
        ) : null}
      </div>
    </Section>
  )
}
