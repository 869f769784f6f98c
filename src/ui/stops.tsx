import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './stops.module.css'

export type StopState = 'done' | 'here' | 'ahead' | 'late'

export interface Stop {
  readonly id: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** At the end of the title's line: an hour, a distance. */
  readonly aside?: ReactNode
  readonly state: StopState
  /** The state in this line's own words, read with the title: « répondu », « pas encore ». */
  readonly stateLabel?: string | undefined
  readonly children?: ReactNode
}

const STATE_TEXT = {
  done: 'stopDone',
  here: 'stopHere',
  ahead: 'stopAhead',
  late: 'stopLate',
} as const satisfies Record<StopState, string>

interface StopsProps {
  readonly label: string
  readonly items: readonly Stop[]
  readonly horizontal?: boolean | undefined
}

/** The line of the house. Filled: behind us; ring: here; hollow: ahead; square: late. */
export function Stops({ label, items, horizontal = false }: StopsProps) {
  const { t } = useTranslation('ui')
  return (
    <ol aria-label={label} className={horizontal ? styles.across : styles.down}>
      {items.map(({ id, title, detail, aside, state, stateLabel, children }) => (
        <li key={id} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
          <div className={styles.line}>
            <span className={styles.title}>
              {title}
              <span className="sr">, {stateLabel ?? t(STATE_TEXT[state])}</span>
            </span>
            {aside !== undefined && <span className={styles.aside}>{aside}</span>}
          </div>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
          {children}
        </li>
      ))}
    </ol>
  )
}
