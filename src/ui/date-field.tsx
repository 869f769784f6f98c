import { FieldFrame, type FieldTexts } from './field-frame.tsx'

interface DateFieldProps extends FieldTexts {
  /** `2026-11-24`, or empty. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

export function DateField(props: DateFieldProps) {
  const { label, hint, error, required, onChange, ...rest } = props
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      {(ties) => (
        <input
          {...ties}
          {...rest}
          type="date"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
