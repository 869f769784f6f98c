import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './big-radio.module.css'

/** A whole row to tap; inside, the platform's own radio, so that arrows and readers work. */
export function BigRadio({
  name,
  checked,
  onChoose,
  mark,
  label,
  help,
}: {
  name: string
  checked: boolean
  onChoose: () => void
  mark?: ReactNode
  label: string
  help?: string | undefined
}) {
  return (
    <label className={mark ? styles.marked : styles.row}>
      <input type="radio" className="sr" name={name} checked={checked} onChange={onChoose} />
      {mark}
      <span className={styles.words}>
        <b>{label}</b>
        {help ? <span>{help}</span> : null}
      </span>
      <span className={styles.dot} aria-hidden="true">
        <Check />
      </span>
    </label>
  )
}
