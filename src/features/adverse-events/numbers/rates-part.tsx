import { useTranslation } from 'react-i18next'
import { useDraft, useWorkspace } from '#data/stores-context.ts'
import { type MonthRate, periodRate } from '#domain/adverse-event/numbers/monthly-rates.ts'
import {
  PRESENCE_INDICATOR,
  type PresenceDays,
} from '#domain/adverse-event/numbers/presence-days.ts'
import { day } from '#domain/shared/day.ts'
import { type Fields, numberField } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import type { Site } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { formatMonth, formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/section.tsx'
import styles from './numbers.module.css'

interface RatesPartProps {
  readonly site: Site
  readonly rates: readonly MonthRate[]
  readonly daysOf: (month: string) => PresenceDays
}

/** The rate of the period and of each month, with what they are made of; the days that miss are asked. */
export function RatesPart({ site, rates, daysOf }: RatesPartProps) {
  const { t } = useTranslation('event-numbers')
  const language = useLanguage()
  const { mayWrite } = useWorkspace()
  const whole = (value: number) => formatNumber(value, language)
  const nameOf = (month: string) => formatMonth(day(`${month}-01`), language)
  const period = periodRate(rates)
  const missing = rates.filter(({ month }) => daysOf(month).kind === 'missing')
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
        {missing.length > 0 && mayWrite(bucketId(site.id, 'figures')) ? (
          <EnterDays site={site} months={missing.map(({ month }) => month)} nameOf={nameOf} />
        ) : null}
      </div>
    </Section>
  )
}

function EnterDays({
  site,
  months,
  nameOf,
}: {
  readonly site: Site
  readonly months: readonly string[]
  readonly nameOf: (month: string) => string
}) {
  const { t } = useTranslation('event-numbers')
  const { writer } = useWorkspace()
  const [draft, keepDraft, dropDraft] = useDraft(`presence:${site.id}`)
  const typed: Fields = isFields(draft) ? draft : {}
  const entered = months.flatMap((period) => {
    const numerator = numberField(typed, period)
    return numerator === undefined ? [] : [{ period, numerator }]
  })

  async function keep() {
    for (const month of entered) {
      await writer.create('indicator-value', site.id, {
        indicator: PRESENCE_INDICATOR,
        ...month,
        source: t('source'),
      })
    }
    await dropDraft()
  }

  return (
    <details className={styles.enter}>
      <summary>{t('enterDays')}</summary>
      <form
        className={styles.stack}
        onSubmit={(submitted) => {
          submitted.preventDefault()
          reportFailure(keep())
        }}
      >
        <p className="soft small">{t('enterLead')}</p>
        {months.map((month) => (
          <NumberField
            key={month}
            label={t('daysOf', { month: nameOf(month) })}
            value={numberField(typed, month)}
            min={1}
            onChange={(value) => reportFailure(keepDraft({ ...typed, [month]: value ?? null }))}
          />
        ))}
        <Button type="submit" disabled={entered.length === 0}>
          {t('keepDays')}
        </Button>
      </form>
    </details>
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
