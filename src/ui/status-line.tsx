import { CircleAlert, CircleCheck, CloudCheck, CloudUpload, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './status-line.module.css'

export type StatusTone = 'saved' | 'waiting' | 'received' | 'attention'

const ICON: Record<StatusTone, LucideIcon> = {
  saved: CircleCheck,
  waiting: CloudUpload,
  received: CloudCheck,
  attention: CircleAlert,
}

interface StatusLineProps {
  readonly tone: StatusTone
  readonly children: ReactNode
}

/** Where the data is, in one sentence. The only place that says it, and never optimistic. */
export function StatusLine({ tone, children }: StatusLineProps) {
  const Icon = ICON[tone]
  return (
    <p role="status" className={`${styles.status} ${styles[tone]}`}>
      <Icon />
      <span>{children}</span>
    </p>
  )
}
