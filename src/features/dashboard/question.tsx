import type { ReactNode } from 'react'
import styles from './dashboard.module.css'

interface QuestionProps {
  readonly id: string
  readonly number: number
  readonly title: string
  /** The answer in a sentence, before any figure. */
  readonly answer: ReactNode
  /** In the margin: n, period, source, how to read. */
  readonly notes: readonly string[]
  readonly children?: ReactNode
}

export function Question({ id, number, title, answer, notes, children }: QuestionProps) {
  return (
    <section className={styles.question} id={id} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <h2 id={`${id}-title`}>{title}</h2>
      </div>
      <div className={styles.body}>
        <p className={styles.answer}>{answer}</p>
        {children}
      </div>
      <div className={styles.margin}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </section>
  )
}
