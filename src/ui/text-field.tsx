import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'

interface TextFieldProps extends FieldTexts {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly multiline?: boolean | undefined
  readonly rows?: number | undefined
  readonly type?: HTMLInputTypeAttribute | undefined
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  readonly placeholder?: string | undefined
  readonly maxLength?: number | undefined
  readonly autoCapitalize?: string | undefined
  readonly spellCheck?: boolean | undefined
  readonly readOnly?: boolean | undefined
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, required, onChange, multiline, rows = 3, type, ...rest } = props
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      {(ties) =>
        multiline ? (
          <textarea
            {...ties}
            {...rest}
            rows={rows}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <input
            {...ties}
            {...rest}
            type={type ?? 'text'}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </FieldFrame>
  )
}
