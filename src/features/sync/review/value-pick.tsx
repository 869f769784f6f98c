import { Check, Clock, type LucideIcon, Tablet, UserRound } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './review.module.css'
import type { AuthorWords } from './use-author-words.ts'

export interface PickedValue {
  readonly code: string
  readonly title: ReactNode
  readonly author: AuthorWords | undefined
  /** Long words are read, not shouted. */
  readonly isLong: boolean
  readonly note?: string | undefined
}

interface ValuePickProps {
  readonly label: string
  readonly values: readonly PickedValue[]
  readonly value: string | undefined
  /** Absent for who may see and not settle. */
  readonly onChange?: ((code: string) => void) | undefined
}

/** The values of a disagreement, side by side: what, who, where, when. One tap picks. */
export function ValuePick({ label, values, value, onChange }: ValuePickProps) {
  const name = useId()
  return (
    <fieldset className={styles.values}>
      <legend className="sr">{label}</legend>
      {values.map((one) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: who may not settle reads the same card, without its radio
        <label key={one.code} className={styles.value}>
          {onChange && (
            <input
              type="radio"
              name={name}
              checked={value === one.code}
              onChange={() => onChange(one.code)}
            />
          )}
          <span className={one.isLong ? styles.long : styles.large}>{one.title}</span>
          {one.author && <Author author={one.author} />}
          {one.note && <span className={styles.who}>{one.note}</span>}
          {onChange && (
            <span className={styles.dot} aria-hidden>
              <Check />
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}

function Author({ author: { who, where, when } }: { readonly author: AuthorWords }) {
  const lines: readonly (readonly [LucideIcon, string | undefined])[] = [
    [UserRound, who],
    [Tablet, where],
    [Clock, when],
  ]
  return lines.map(([Icon, words]) =>
    words ? (
      <span key={words} className={styles.who}>
        <Icon />
        {words}
      </span>
    ) : null,
  )
}
