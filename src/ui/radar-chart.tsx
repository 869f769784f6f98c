import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { ChartFrame } from './chart-frame.tsx'

export interface RadarAxis {
  readonly id: string
  readonly label: string
  /** 0 (centre) to 1 (rim); undefined when there is nothing to draw. */
  readonly value: number | undefined
  readonly text: string
}

interface RadarChartProps {
  readonly caption: string
  readonly axes: readonly RadarAxis[]
}

const RADIUS = 40
/** Two points make a line, not a shape: fewer axes are read as bars. */
const FEWEST_AXES = 3
const RINGS = [0.25, 0.5, 0.75, 1]

/**
 * The shape of a result, axis by axis, numbered around and named beside: a long name never turns.
 * An axis without a value breaks the shape, and reads as such in the list.
 */
export function RadarChart({ caption, axes }: RadarChartProps) {
  const { t } = useTranslation('ui')
  const point = (at: number, value: number): readonly [number, number] => {
    const angle = (2 * Math.PI * at) / axes.length - Math.PI / 2
    return [50 + RADIUS * value * Math.cos(angle), 50 + RADIUS * value * Math.sin(angle)]
  }
  const drawn = axes.flatMap(({ value }, at) => (value === undefined ? [] : [point(at, value)]))
  return (
    <ChartFrame
      caption={caption}
      columns={[
        { key: 'label', label: t('rowLabel') },
        { key: 'text', label: t('rowDetail') },
      ]}
      rows={axes.map(({ id, label, text }) => ({ id, cells: { label, text } }))}
    >
      {drawn.length < FEWEST_AXES ? (
        axes.map(({ id, label, value, text }) => (
          <div key={id} className={styles.row}>
            <span>{label}</span>
            <svg aria-hidden="true" className={styles.track}>
              <rect
                x="0"
                y="15%"
                width={`${(value ?? 0) * 100}%`}
                height="70%"
                className={styles.strong}
              />
            </svg>
            <span className={styles.reading}>{text}</span>
          </div>
        ))
      ) : (
        <div className={styles.radar}>
          <svg aria-hidden="true" viewBox="0 0 100 100" className={styles.radarPlot}>
            {RINGS.map((ring) => (
              <circle key={ring} cx="50" cy="50" r={RADIUS * ring} className={styles.ring} />
            ))}
            {axes.map(({ id }, at) => {
              const [x, y] = point(at, 1)
              const [labelX, labelY] = point(at, 1.14)
              return (
                <g key={id}>
                  <line x1="50" y1="50" x2={x} y2={y} className={styles.ring} />
                  <text x={labelX} y={labelY} className={styles.radarNumber}>
                    {at + 1}
                  </text>
                </g>
              )
            })}
            <polygon
              points={drawn.map((each) => each.join(',')).join(' ')}
              className={styles.shape}
            />
            {drawn.map(([x, y]) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" className={styles.shapeDot} />
            ))}
          </svg>
          <ol className={styles.radarList}>
            {axes.map(({ id, label, text }) => (
              <li key={id}>
                {label} <b>{text}</b>
              </li>
            ))}
          </ol>
        </div>
      )}
    </ChartFrame>
  )
}
