import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'
import { formatPercent } from './format.ts'
import { useLanguage } from './i18n.ts'
import { IntervalMark } from './interval-mark.tsx'

/** A rate of 0 to 1 with the bounds of its interval. */
export interface Interval {
  readonly value: number
  readonly low?: number | undefined
  readonly high?: number | undefined
}

export interface IntervalRow extends Partial<Interval> {
  readonly id: string
  readonly label: string
  /** « 83 %, 33 sur 40 »; alone when there are too few to draw a rate. */
  readonly text: string
  /** The round before, drawn dotted. */
  readonly before?: Interval | undefined
  /** What is expected of this row, 0 to 1: drawn across it alone. */
  readonly target?: number | undefined
}

interface IntervalChartProps {
  readonly caption: string
  readonly rows: readonly IntervalRow[]
  /** A rate of 0 to 1, drawn across each row that has none of its own. */
  readonly target?: number | undefined
}

const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** Rates on a line of 0 to 100 %, each with what chance allows around it. */
export function IntervalChart({ caption, rows, target }: IntervalChartProps) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const percent = (rate: number | undefined) =>
    rate === undefined ? '' : formatPercent(rate, language)
  const hasBefore = rows.some((row) => row.before)
  const hasBounds = rows.some((row) => row.low !== undefined)
  const expected = new Set(rows.map((row) => row.target ?? target))
  const [shared] = expected.size === 1 ? expected : []

  return (
    <ChartFrame
      caption={caption}
      columns={[
        { key: 'label', label: t('rowLabel') },
        { key: 'text', label: t('rowDetail') },
        ...(hasBounds ? [{ key: 'interval', label: t('rowInterval') }] : []),
        ...(hasBefore ? [{ key: 'before', label: t('before') }] : []),
      ]}
      rows={rows.map(({ id, label, text, low, high, before }) => ({
        id,
        cells: {
          label,
          text,
          interval:
            low === undefined || high === undefined
              ? ''
              : t('intervalBounds', { low: percent(low), high: percent(high) }),
          before: percent(before?.value),
        },
      }))}
      legend={
        <>
          {hasBefore && (
            <>
              <Key label={t('now')} hasBounds={hasBounds} />
              <Key label={t('before')} hasBounds={hasBounds} isBefore />
            </>
          )}
          {expected.size > 1 && <span>{t('targetOwn')}</span>}
          {shared !== undefined && <span>{t('target', { value: percent(shared) })}</span>}
        </>
      }
    >
      {rows.map((row) => (
        <div key={row.id} className={styles.row}>
          <span>{row.label}</span>
          {row.value === undefined ? (
            <span className={styles.muted}>{row.text}</span>
          ) : (
            <>
              <svg aria-hidden="true" className={styles.track}>
                {TICKS.map((tick) => (
                  <line
                    key={tick}
                    x1={at(tick)}
                    x2={at(tick)}
                    y1="0"
                    y2="100%"
                    className={styles.grid}
                  />
                ))}
                <TargetLine at={row.target ?? target} />
                {row.before && <IntervalMark interval={row.before} y="78%" isBefore />}
                <IntervalMark
                  interval={{ ...row, value: row.value }}
                  y={row.before ? '34%' : '50%'}
                />
              </svg>
              <span className={styles.reading}>{row.text}</span>
            </>
          )}
        </div>
      ))}
      <div className={`${styles.row} ${styles.axisRow}`}>
        <span />
        <svg aria-hidden="true" className={styles.axis}>
          {TICKS.map((tick) => (
            <text key={tick} x={at(tick)} y="1.1em" textAnchor={anchor(tick)}>
              {percent(tick)}
            </text>
          ))}
        </svg>
        <span />
      </div>
    </ChartFrame>
  )
}

function TargetLine({ at: rate }: { readonly at: number | undefined }) {
  if (rate === undefined) return null
  return <line x1={at(rate)} x2={at(rate)} y1="0" y2="100%" className={styles.target} />
}

interface KeyProps {
  readonly label: string
  readonly hasBounds: boolean
  readonly isBefore?: boolean
}

function Key({ label, hasBounds, isBefore = false }: KeyProps) {
  const interval = hasBounds ? { value: 0.5, low: 0, high: 1 } : { value: 0.5 }
  return (
    <span className={styles.key}>
      <svg aria-hidden="true">
        <IntervalMark interval={interval} y="50%" isBefore={isBefore} />
      </svg>
      {label}
    </span>
  )
}

function at(rate: number): string {
  return `${rate * 100}%`
}

function anchor(tick: number) {
  if (tick === 0) return 'start'
  return tick === 1 ? 'end' : 'middle'
}
