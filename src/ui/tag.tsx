import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './tag.module.css'

export type TagTone = 'ok' | 'watch' | 'alert' | 'info' | 'mute' | 'plain'

interface TagProps {
  readonly tone?: TagTone | undefined
  readonly icon?: LucideIcon | undefined
  readonly outlined?: boolean | undefined
  readonly children: ReactNode
}

/** A state in words, with its mark. */
export function Tag({ tone = 'plain', icon: Icon, outlined = false, children }: TagProps) {
  return (
    <span className={`${styles.tag} ${styles[tone]} ${outlined ? styles.outlined : ''}`}>
      {Icon && <Icon />}
      {children}
    </span>
  )
}
