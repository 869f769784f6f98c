import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './field.module.css'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'

interface NumberFieldProps extends FieldTexts {
  /** Undefined when nothing was entered: empty is not zero. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly unit?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | undefined
}

/** A figure with a step on each side, for a thumb or a glove. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, required, value, onChange, unit } = props
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step = 1 } = props
  const { t } = useTranslation('ui')

  function move(by: number) {
    const from = value ?? (Number.isFinite(min) ? min - Math.max(by, 0) : 0)
    onChange(Math.min(max, Math.max(min, roundTo(from + by, step))))
  }

  return (
    <FieldFrame
      label={unit ? `${label} (${unit})` : label}
      hint={hint}
      error={error}
      required={required}
    >
      {(ties) => (
        <div className={styles.stepper}>
          <button
            type="button"
            className={styles.step}
            aria-label={t('decrease', { label })}
            disabled={value === undefined || value <= min}
            onClick={() => move(-step)}
          >
            <Minus />
          </button>
          <input
            {...ties}
            type="number"
            inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
            value={value ?? ''}
            min={Number.isFinite(min) ? min : undefined}
            max={Number.isFinite(max) ? max : undefined}
            step={step}
            onChange={({ currentTarget: input }) =>
              onChange(Number.isNaN(input.valueAsNumber) ? undefined : input.valueAsNumber)
            }
          />
          <button
            type="button"
            className={styles.step}
            aria-label={t('increase', { label })}
            disabled={value !== undefined && value >= max}
            onClick={() => move(step)}
          >
            <Plus />
          </button>
        </div>
      )}
    </FieldFrame>
  )
}

/** 0.1 + 0.2 is shown as 0.3: a step of 0.1 keeps one decimal. */
function roundTo(value: number, step: number): number {
  const decimals = `${step}`.split('.')[1]?.length ?? 0
  return Number(value.toFixed(decimals))
}
