import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'
import { Hatch } from './hatch.tsx'

export type SeriesTone = 'strong' | 'soft' | 'plain' | 'watch' | 'alert'

export interface Series {
  readonly label: string
  readonly tone: SeriesTone
}

export interface BarRow {
  readonly id: string
  readonly label: string
  /** One per series, in the same order. */
  readonly values: readonly number[]
  readonly text: string
  /** What was foreseen, drawn as an upright line across the bar. */
  readonly mark?: number | undefined
}

interface BarChartProps {
  readonly caption: string
  readonly series: readonly Series[]
  readonly rows: readonly BarRow[]
  /** What the upright lines stand for. */
  readonly markLabel?: string | undefined
}

/** Stacked counts. Late is hatched, so that it shows in grey too. */
export function BarChart({ caption, series, rows, markLabel }: BarChartProps) {
  const { t } = useTranslation('ui')
  const hatch = useId()
  const longest = Math.max(1, ...rows.flatMap(({ values, mark }) => [sum(values), mark ?? 0]))

  const bar = (tone: SeriesTone) => ({
    className: CLASS[tone],
    ...(tone === 'alert' ? { fill: `url(#${hatch})` } : {}),
  })

  return (
    <ChartFrame
      caption={caption}
      columns={[
        { key: 'label', label: t('rowLabel') },
        ...series.map(({ label }, index) => ({
          key: `s${index}`,
          label,
          align: 'end' as const,
        })),
        { key: 'text', label: t('rowDetail') },
      ]}
      rows={rows.map(({ id, label, values, text }) => ({
        id,
        cells: {
          label,
          text,
          ...Object.fromEntries(values.map((value, index) => [`s${index}`, value])),
        },
      }))}
      legend={
        <>
          {series.map(({ label, tone }) => (
            <span key={label} className={styles.key}>
              <svg aria-hidden="true">
                <rect width="100%" height="100%" {...bar(tone)} />
              </svg>
              {label}
            </span>
          ))}
          {markLabel && (
            <span className={styles.key}>
              <svg aria-hidden="true">
                <line x1="50%" x2="50%" y1="0" y2="100%" className={styles.mark} />
              </svg>
              {markLabel}
            </span>
          )}
        </>
      }
    >
      <Hatch id={hatch} />
      {rows.map(({ id, label, values, text, mark }) => (
        <div key={id} className={styles.row}>
          <span>{label}</span>
          <svg aria-hidden="true" className={styles.track}>
            {values.map((value, index) => {
              const { label: name, tone } = series[index] ?? { label: '', tone: 'plain' as const }
              const from = sum(values.slice(0, index))
              return (
                <rect
                  key={name}
                  x={`${(from / longest) * 100}%`}
                  y="15%"
                  width={`${(value / longest) * 100}%`}
                  height="70%"
                  {...bar(tone)}
                />
              )
            })}
            {mark !== undefined && <Mark at={`${(mark / longest) * 100}%`} />}
          </svg>
          <span className={styles.reading}>{text}</span>
        </div>
      ))}
    </ChartFrame>
  )
}

function Mark({ at }: { at: string }) {
  return <line x1={at} x2={at} y1="5%" y2="95%" className={styles.mark} />
}

const CLASS: Record<SeriesTone, string | undefined> = {
  strong: styles.strong,
  soft: styles.softer,
  plain: styles.plain,
  watch: styles.watch,
  alert: styles.alert,
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
