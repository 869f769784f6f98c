import { CircleAlert, CircleCheck, Hourglass, Info, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

export type NoticeTone = 'neutral' | 'ok' | 'watch' | 'alert'

const ICON: Record<NoticeTone, LucideIcon> = {
  neutral: Info,
  ok: CircleCheck,
  watch: Hourglass,
  alert: CircleAlert,
}

interface NoticeProps {
  readonly tone?: NoticeTone | undefined
  readonly title?: ReactNode
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** A strip that stays until it is read. An alert is announced at once, the others in their turn. */
export function Notice({ tone = 'neutral', title, action, children }: NoticeProps) {
  const Icon = ICON[tone]
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'alert' ? 'alert' : 'note'}>
      <Icon className={styles.icon} />
      <div className={styles.text}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
