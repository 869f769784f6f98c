import styles from './rising-bars.module.css'

const WIDTH = 40
const HEIGHT = 28

/** Gravity for people who do not think in levels: how many bars stand. */
export function RisingBars({ filled, outOf }: { filled: number; outOf: number }) {
  return (
    <svg className={styles.bars} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {Array.from({ length: outOf }, (_, index) => {
        const height = 7.5 + (index * 16.5) / Math.max(1, outOf - 1)
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its rank.
            key={index}
            x={1 + index * 10}
            y={HEIGHT - 2 - height}
            width="7"
            height={height}
            rx="1.5"
            data-on={index < filled}
          />
        )
      })}
    </svg>
  )
}
