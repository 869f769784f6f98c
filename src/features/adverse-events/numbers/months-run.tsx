import { useTranslation } from 'react-i18next'
import type { MonthRate } from '#domain/adverse-event/numbers/monthly-rates.ts'
import { day } from '#domain/shared/day.ts'
import { runChart, type Signal } from '#domain/statistics/run-chart.ts'
import { formatMonth, formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { RunChart } from '#ui/run-chart.tsx'
import { Section } from '#ui/section.tsx'
import styles from './numbers.module.css'

const SIGNALS = {
  'shift-up': 'runShiftUp',
  'shift-down': 'runShiftDown',
  'trend-up': 'runTrendUp',
  'trend-down': 'runTrendDown',
} as const satisfies Record<Signal['kind'], string>

/** Twelve months at most about their median: rates when every month has its days, else counts. */
export function MonthsRun({ rates }: { readonly rates: readonly MonthRate[] }) {
  const { t } = useTranslation('event-numbers')
  const language = useLanguage()
  const areRates = rates.every(({ rate }) => rate !== undefined)
  const decimals = areRates ? 2 : 0
  const values = rates.map(({ rate, events }) => (areRates ? (rate ?? 0) : events))
  const { median, signals, isShort } = runChart(values)
  const nameOf = (month: string) => formatMonth(day(`${month}-01`), language)
  const title = t(areRates ? 'runRates' : 'runCounts')
  return (
    <Section title={t('run')}>
      <div className={styles.stack}>
        <RunChart
          caption={title}
          valueLabel={t(areRates ? 'columnRate' : 'columnEvents')}
          median={median}
          medianLabel={t('runMedian', {
            value: formatNumber(median ?? 0, language, areRates ? 2 : 1),
          })}
          points={rates.map(({ month }, index) => ({
            id: month,
            label: nameOf(month),
            value: values[index] ?? 0,
            text: formatNumber(values[index] ?? 0, language, decimals),
            marked: signals.some(({ from, to }) => index >= from && index <= to),
          }))}
        />
        {signals.length === 0 ? <p>{t(isShort ? 'runShort' : 'runNone')}</p> : null}
        {signals.map(({ kind, from, to }) => (
          <p key={`${kind} ${from}`}>
            <b>
              {t(SIGNALS[kind], {
                from: nameOf(rates[from]?.month ?? ''),
                to: nameOf(rates[to]?.month ?? ''),
              })}
            </b>
          </p>
        ))}
        <p className="soft small">{t('runRule')}</p>
      </div>
    </Section>
  )
}
