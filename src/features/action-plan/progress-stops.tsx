import type { ActionStatus } from '#domain/action-plan/action.ts'
import { ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import { useText } from '#ui/i18n.ts'
import styles from './progress-stops.module.css'

const STEPS: readonly ActionStatus[] = ['todo', 'doing', 'done', 'measured']
const GAP = 24
const FIRST = 7

/** Four stops on a line and the word: à faire, en cours, réalisée, effet mesuré. */
export function ProgressStops({ status }: { status: ActionStatus }) {
  const text = useText()
  const reached = STEPS.indexOf(status)
  return (
    <span className={styles.progress}>
      {reached >= 0 && (
        <svg viewBox="0 0 86 14" aria-hidden="true" className={styles.line}>
          <path className={styles.ahead} d={`M${FIRST} 7h${GAP * 3}`} />
          <path className={styles.behind} d={`M${FIRST} 7h${GAP * reached}`} />
          {STEPS.map((step, at) => (
            <circle
              key={step}
              className={at <= reached ? styles.stopReached : styles.stop}
              cx={FIRST + GAP * at}
              cy="7"
              r={at === reached ? 5.5 : 4.5}
            />
          ))}
        </svg>
      )}
      <span>{text(ACTION_STATUS_TEXTS[status])}</span>
    </span>
  )
}
