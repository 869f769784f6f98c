import type { ReactNode } from 'react'
import styles from './dock-row.module.css'

interface DockWordProps {
  /** What a phone shows in its place, beside the icon; the word is still read aloud. */
  readonly short?: ReactNode
  readonly children: ReactNode
}

/** The word of a button that has an icon, in a `DockRow`: a phone has no room for it. */
export function DockWord({ short, children }: DockWordProps) {
  return (
    <>
      <span className={styles.word}>{children}</span>
      {short !== undefined && (
        <span className={styles.short} aria-hidden>
          {short}
        </span>
      )}
    </>
  )
}
