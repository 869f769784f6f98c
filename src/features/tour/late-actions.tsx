import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Action, daysLate } from '#domain/action-plan/action.ts'
import type { Day } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import styles from './home.module.css'

const FIRST_ROWS = 6

/** The longest late first, each with its pilot and its day. */
export function LateActions({ actions, today }: { actions: readonly Action[]; today: Day }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  if (actions.length === 0) return <p className={styles.quiet}>{t('lateEmpty')}</p>
  const sorted = [...actions].sort((a, b) => daysLate(b, today) - daysLate(a, today))
  return (
    <ul className={styles.rows}>
      {sorted.slice(0, FIRST_ROWS).map((action) => (
        <li key={action.id}>
          <Link to={paths.action(action.id)}>{action.title}</Link>
          <span className={styles.quiet}>{action.pilot}</span>
          <DueBadge
            level="late"
            text={t('late', { count: daysLate(action, today) })}
            {...(action.dueOn && { date: formatDay(action.dueOn, language) })}
          />
        </li>
      ))}
    </ul>
  )
}
