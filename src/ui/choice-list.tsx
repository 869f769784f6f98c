import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import styles from './choice-list.module.css'

export interface ChoiceRow {
  readonly code: string
  readonly label: string
  readonly help?: string | undefined
  readonly icon?: LucideIcon | undefined
}

interface ChoiceListProps {
  readonly label: string
  /** Hides the label from the eye when the page's title already says it. */
  readonly hideLabel?: boolean | undefined
  readonly multiple?: boolean | undefined
  readonly options: readonly ChoiceRow[]
  readonly value: readonly string[]
  readonly onChange: (codes: string[]) => void
}

/** Large rows to tap, native radios or checkboxes inside. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, hideLabel = false, multiple = false, options, value, onChange } = props
  const name = useId()

  function pick(code: string, checked: boolean) {
    if (!multiple) onChange([code])
    else if (checked) onChange([...value, code])
    else onChange(value.filter((chosen) => chosen !== code))
  }

  return (
    <fieldset className={styles.list}>
      <legend className={hideLabel ? 'sr' : styles.legend}>{label}</legend>
      {options.map(({ code, label: word, help, icon: Icon }) => (
        <label key={code} className={styles.row}>
          <input
            type={multiple ? 'checkbox' : 'radio'}
            name={name}
            checked={value.includes(code)}
            onChange={(event) => pick(code, event.currentTarget.checked)}
          />
          {Icon && <Icon />}
          <span className={styles.words}>
            {word}
            {help && <small>{help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
