import styles from './chart.module.css'

interface IntervalMarkProps {
  readonly interval: {
    readonly value: number
    readonly low?: number | undefined
    readonly high?: number | undefined
  }
  readonly y: string
  readonly isBefore?: boolean | undefined
}

/** A dot on its interval: full for this round, dotted and hollow for the one before. */
export function IntervalMark({ interval, y, isBefore = false }: IntervalMarkProps) {
  const { value, low, high } = interval
  return (
    <g>
      {low !== undefined && high !== undefined && (
        <line
          x1={`${low * 100}%`}
          x2={`${high * 100}%`}
          y1={y}
          y2={y}
          className={isBefore ? styles.beforeBounds : styles.bounds}
        />
      )}
      <circle
        cx={`${value * 100}%`}
        cy={y}
        r={isBefore ? 4.5 : 6.5}
        className={isBefore ? styles.beforeDot : styles.dot}
      />
    </g>
  )
}
