import { FieldFrame, type FieldTexts } from './field-frame.tsx'

interface SelectFieldProps extends FieldTexts {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly disabled?: boolean | undefined
}

/** The platform's own list: the one every thumb and every screen reader knows. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, required, value, onChange, options, disabled = false } = props
  return (
    <FieldFrame label={label} hint={hint} error={error} required={required}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
