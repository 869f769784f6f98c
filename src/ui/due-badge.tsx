import { CircleAlert, CircleCheck, Clock, Hourglass, type LucideIcon } from 'lucide-react'
import styles from './due-badge.module.css'

export type DueLevel = 'far' | 'watch' | 'late' | 'done'

const ICON: Record<DueLevel, LucideIcon> = {
  far: Clock,
  watch: Hourglass,
  late: CircleAlert,
  done: CircleCheck,
}

interface DueBadgeProps {
  readonly level: DueLevel
  /** Time left or late, in words: « reste 19 h », « retard 12 j ». */
  readonly text: string
  /** The exact date, after it. */
  readonly date?: string | undefined
}

export function DueBadge({ level, text, date }: DueBadgeProps) {
  const Icon = ICON[level]
  return (
    <span className={`${styles.due} ${styles[level]}`}>
      <Icon />
      <span className={styles.text}>{text}</span>
      {date && <span className={styles.date}>{date}</span>}
    </span>
  )
}
