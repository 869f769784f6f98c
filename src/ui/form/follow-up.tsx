import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import css from './follow-up.module.css'
import { FORM_TEXTS } from './form-texts.ts'

export interface FollowUpAction {
  readonly id: string
  readonly title: string
  readonly pilot: string
  readonly dueOn: Day | undefined
}

interface FollowUpProps {
  readonly code: string
  readonly actions: readonly FollowUpAction[]
  /** Functions offered in one tap. */
  readonly pilots: readonly string[]
  readonly onCreate: () => void
  readonly onChange: (action: string, fields: { pilot?: string; dueOn?: string }) => void
}

/** What follows a failing answer: one tap makes the action, a second one may name pilot and day. */
export function FollowUp({ code, actions, pilots, onCreate, onChange }: FollowUpProps) {
  const { t } = useTranslation(FORM_TEXTS)
  if (actions.length === 0) {
    return (
      <Button icon={Flag} onClick={onCreate} aria-label={t('makeActionFor', { code })}>
        {t('makeAction')}
      </Button>
    )
  }
  return (
    <ul className={css.actions} aria-label={t('actionMade')}>
      {actions.map((action) => (
        <li key={action.id}>
          <ActionLine action={action} pilots={pilots} onChange={onChange} />
        </li>
      ))}
    </ul>
  )
}

function ActionLine({
  action,
  pilots,
  onChange,
}: Pick<FollowUpProps, 'pilots' | 'onChange'> & { readonly action: FollowUpAction }) {
  const { t } = useTranslation(FORM_TEXTS)
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  const pilot = action.pilot || t('actionNoPilot')
  const offered =
    action.pilot && !pilots.includes(action.pilot) ? [action.pilot, ...pilots] : pilots
  return (
    <div className={css.action}>
      <Flag aria-hidden />
      <p className={css.words}>
        <b>{action.title}</b>
        <span>
          {action.dueOn
            ? t('actionBefore', { pilot, day: formatDay(action.dueOn, language, 'short') })
            : pilot}
        </span>
      </p>
      <Button tone="quiet" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {t(editing ? 'actionEditDone' : 'actionEdit')}
      </Button>
      {editing && (
        <div className={css.edit}>
          <SelectField
            label={t('actionPilot')}
            value={action.pilot}
            onChange={(value: string) => onChange(action.id, { pilot: value })}
            options={[
              { value: '', label: t('actionNoPilot') },
              ...offered.map((value) => ({ value, label: value })),
            ]}
          />
          <DateField
            label={t('actionDue')}
            value={action.dueOn ?? ''}
            onChange={(value: string) => onChange(action.id, { dueOn: value })}
          />
        </div>
      )}
    </div>
  )
}
