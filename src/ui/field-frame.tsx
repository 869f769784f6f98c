import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'

export interface FieldTexts {
  readonly label: string
  readonly hint?: string | undefined
  /** What to do about it, in words. Shown below the field and read with it. */
  readonly error?: string | undefined
  readonly required?: boolean | undefined
}

/** What a control must carry to be tied to its label, hint and error. */
export interface ControlTies {
  readonly id: string
  readonly className: string | undefined
  readonly required: boolean
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

interface FieldFrameProps extends FieldTexts {
  readonly children: (ties: ControlTies) => ReactNode
}

/** Label above, hint under it, control, then the error. Shared by every field. */
export function FieldFrame({ label, hint, error, required = false, children }: FieldFrameProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label} {required && <span className={styles.required}>({t('required')})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        className: styles.control,
        required,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert />
          {error}
        </p>
      )}
    </div>
  )
}
