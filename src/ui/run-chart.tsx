import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'

export interface RunPoint {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly text: string
  /** Part of a signal: drawn full, the others hollow. */
  readonly marked: boolean
}

interface RunChartProps {
  readonly caption: string
  readonly valueLabel: string
  readonly points: readonly RunPoint[]
  readonly median: number | undefined
  readonly medianLabel: string
}

/** Room above the highest point and below the lowest, percent. */
const MARGIN = 12

/** Values in order of time about their median. Drawn in percent: no letter is stretched. */
export function RunChart({ caption, valueLabel, points, median, medianLabel }: RunChartProps) {
  const { t } = useTranslation('ui')
  const most = Math.max(1, median ?? 0, ...points.map(({ value }) => value))
  const x = (at: number) => `${((at + 0.5) / points.length) * 100}%`
  const y = (value: number) => `${100 - MARGIN - (value / most) * (100 - 2 * MARGIN)}%`
  return (
    <ChartFrame
      caption={caption}
      columns={[
        { key: 'label', label: t('rowLabel') },
        { key: 'text', label: valueLabel, align: 'end' },
      ]}
      rows={points.map(({ id, label, text }) => ({ id, cells: { label, text } }))}
      legend={
        <span className={styles.key}>
          <svg aria-hidden="true">
            <line x1="0" x2="100%" y1="50%" y2="50%" className={styles.target} />
          </svg>
          {medianLabel}
        </span>
      }
    >
      <svg aria-hidden="true" className={styles.run}>
        {median !== undefined && (
          <line x1="0" x2="100%" y1={y(median)} y2={y(median)} className={styles.target} />
        )}
        {points.slice(1).map(({ id, value }, index) => (
          <line
            key={id}
            x1={x(index)}
            y1={y(points[index]?.value ?? 0)}
            x2={x(index + 1)}
            y2={y(value)}
            className={styles.bounds}
          />
        ))}
        {points.map(({ id, value, marked }, index) => (
          <circle
            key={id}
            cx={x(index)}
            cy={y(value)}
            r={marked ? 6 : 4}
            className={marked ? styles.dot : styles.hollow}
          />
        ))}
      </svg>
      <div className={styles.runLabels}>
        <span>{points[0]?.label}</span>
        <span>{points.at(-1)?.label}</span>
      </div>
    </ChartFrame>
  )
}
