import { useTranslation } from 'react-i18next'
import { DateField } from '../date-field.tsx'
import { TextField } from '../text-field.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import css from './paper-fields.module.css'

export interface PaperWords {
  /** `2026-03-11`, or empty. */
  readonly on: string
  readonly by: string
}

interface PaperFieldsProps {
  /** Undefined until one says the grid was filled in on paper. */
  readonly value: PaperWords | undefined
  readonly onChange: (value: PaperWords | undefined) => void
  /** A paper is not of tomorrow. */
  readonly today: string
  /** Says which words would let someone be recognised. */
  readonly warn: (words: string) => string | undefined
}

/** A grid filled in with a pen, to be typed in: its day, and the function of who held the pen. */
export function PaperFields({ value, onChange, today, warn }: PaperFieldsProps) {
  const { t } = useTranslation(FORM_TEXTS)
  return (
    <div className={css.paper}>
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? { on: '', by: '' } : undefined)
          }
        />
        {t('paperTick')}
      </label>
      {value && (
        <div className={css.pair}>
          <DateField
            label={t('paperOn')}
            required
            value={value.on}
            max={today}
            error={value.on > today ? t('paperTomorrow') : undefined}
            onChange={(on) => onChange({ ...value, on })}
          />
          <TextField
            label={t('paperBy')}
            hint={warn(value.by) ?? t('paperByHint')}
            value={value.by}
            maxLength={120}
            onChange={(by) => onChange({ ...value, by })}
          />
        </div>
      )}
    </div>
  )
}

/** Whether what was typed is enough to begin; nothing is asked of a filling made on the screen. */
export function isPaperReady(value: PaperWords | undefined, today: string): boolean {
  return value === undefined || (value.on !== '' && value.on <= today)
}
