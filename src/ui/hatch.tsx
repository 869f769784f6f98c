import styles from './chart.module.css'

/** The pattern of what is late: lines as well as colour. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <svg aria-hidden="true" width="0" height="0" className="sr">
      <defs>
        <pattern
          id={id}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className={styles.hatchGround} />
          <line x1="0" y1="0" x2="0" y2="6" className={styles.hatchLine} />
        </pattern>
      </defs>
    </svg>
  )
}
