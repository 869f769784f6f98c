import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'
import { formatPercent } from './format.ts'
import { useLanguage } from './i18n.ts'

interface ParetoChartProps {
  readonly caption: string
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly count: number
    /** 0 to 1. */
    readonly cumulated: number
    readonly vital: boolean
  }[]
}

/** Counts from the greatest; those that make most of the whole are full, the others hollow. */
export function ParetoChart({ caption, rows }: ParetoChartProps) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const percent = (share: number) => formatPercent(share, language)
  return (
    <ChartFrame
      caption={caption}
      columns={[
        { key: 'label', label: t('rowLabel') },
        { key: 'count', label: t('rowCount'), align: 'end' },
        { key: 'cumulated', label: t('rowCumulated'), align: 'end' },
      ]}
      rows={rows.map(({ id, label, count, cumulated }) => ({
        id,
        cells: { label, count, cumulated: percent(cumulated) },
      }))}
    >
      {rows.map(({ id, label, count, cumulated, vital }) => (
        <div key={id} className={styles.row}>
          <span>{label}</span>
          <svg aria-hidden="true" className={styles.track}>
            <rect
              x="0"
              y="15%"
              width={`${(count / most) * 100}%`}
              height="70%"
              className={vital ? styles.strong : styles.plain}
            />
          </svg>
          <span className={styles.reading}>
            {t('paretoReading', { count, share: percent(cumulated) })}
          </span>
        </div>
      ))}
    </ChartFrame>
  )
}
