import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: ReactNode
  /** Beside the title: n, period, source, or one link. */
  readonly note?: ReactNode
  readonly level?: 2 | 3 | undefined
  readonly children?: ReactNode
}

/** A part of a page, opened by a 2 px rule of ink (level 2) or by its title alone (level 3). */
export function Section({ title, note, level = 2, children }: SectionProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={level === 2 ? styles.part : styles.sub}>
      <div className={styles.head}>
        <Heading id={id}>{title}</Heading>
        {note !== undefined && <div className={styles.note}>{note}</div>}
      </div>
      {children}
    </section>
  )
}
