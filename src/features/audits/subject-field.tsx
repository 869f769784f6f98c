import { useTranslation } from 'react-i18next'
import type { Form } from '#domain/form/form.ts'
import { Chip } from '#ui/chip.tsx'
import { TextField } from '#ui/text-field.tsx'
import css from './subject-field.module.css'
import { subjectContext } from './subject-name.ts'

interface SubjectFieldProps {
  readonly form: Form
  /** What this grid has looked at here already: one tap rather than typing it again. */
  readonly seen: readonly string[]
  readonly value: string
  readonly onChange: (subject: string) => void
  readonly warn: (words: string) => string | undefined
}

/** Which premises, or which person by a local number, an audit is about. */
export function SubjectField({ form, seen, value, onChange, warn }: SubjectFieldProps) {
  const { t } = useTranslation('audits')
  const about = subjectContext(form)
  return (
    <div className={css.subject}>
      <TextField
        label={t('subject', about)}
        hint={warn(value) ?? t('subjectHint', about)}
        required
        value={value}
        maxLength={80}
        onChange={onChange}
      />
      {seen.length > 0 && (
        <div className={css.seen}>
          {seen.map((each) => (
            <Chip key={each} pressed={each === value} onClick={() => onChange(each)}>
              {each}
            </Chip>
          ))}
        </div>
      )}
    </div>
  )
}
