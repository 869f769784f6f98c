import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, type ActionStatus, isOpen } from '#domain/action-plan/action.ts'
import { ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Fields } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceBar } from '#ui/choice-bar.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { KeptTextField } from './kept-text-field.tsx'
import styles from './plan.module.css'

const STOPS: readonly ActionStatus[] = ['todo', 'doing', 'done', 'measured']

interface ActionEditorProps {
  readonly action: Action
  readonly today: Day
  onWrite(fields: Fields): Promise<void>
}

/** The follow-up of an action, each field written alone as soon as it is left. */
export function ActionEditor({ action, today, onWrite }: ActionEditorProps) {
  const { t } = useTranslation('actions')
  const text = useText()
  const [dropping, setDropping] = useState(false)
  const draftKey = (field: string) => `action:${action.id}:${field}`
  const save = (fields: Fields) => reportFailure(onWrite(fields))
  const moveTo = (status: ActionStatus) =>
    save({ status, doneOn: isOpen(status) ? null : (action.doneOn ?? today) })
  const texts = { typingHint: t('typing') }

  return (
    <>
      <Section title={t('sectionFollow')}>
        <div className={styles.stack}>
          <ChoiceBar
            label={t('fieldStatus')}
            orientation="row"
            options={STOPS.map((code) => ({ code, label: text(ACTION_STATUS_TEXTS[code]) }))}
            value={STOPS.find((code) => code === action.status)}
            onChange={(code) => {
              const status = STOPS.find((known) => known === code)
              if (status) moveTo(status)
            }}
          />
          {action.status === 'dropped' ? (
            <Button onClick={() => moveTo('todo')}>{t('resume')}</Button>
          ) : (
            <div className={styles.aligned}>
              <Button tone="quiet" onClick={() => setDropping(true)}>
                {t('drop')}
              </Button>
            </div>
          )}
        </div>
      </Section>
      <Section title={t('sectionWho')}>
        <div className={styles.fields}>
          <div className={styles.facing}>
            <KeptTextField
              {...texts}
              label={t('fieldPilot')}
              hint={t('pilotHint')}
              draftKey={draftKey('pilot')}
              value={action.pilot}
              onKeep={(pilot) => onWrite({ pilot })}
            />
            <DateField
              label={t('fieldDue')}
              value={action.dueOn ?? ''}
              onChange={(dueOn) => save({ dueOn: dueOn === '' ? null : dueOn })}
            />
          </div>
          <KeptTextField
            {...texts}
            label={t('fieldTitle')}
            draftKey={draftKey('title')}
            value={action.title}
            // An action never loses its name: an emptied title stays as it was.
            onKeep={(title) => (title.trim() === '' ? Promise.resolve() : onWrite({ title }))}
          />
          <KeptTextField
            {...texts}
            multiline
            label={t('fieldFinding')}
            draftKey={draftKey('finding')}
            value={action.finding}
            onKeep={(finding) => onWrite({ finding })}
          />
        </div>
      </Section>
      <Section title={t('sectionEffect')}>
        <KeptTextField
          {...texts}
          multiline
          label={t('fieldEffect')}
          hint={t('effectHint')}
          draftKey={draftKey('effect')}
          value={action.effect}
          onKeep={(effect) => onWrite({ effect })}
        />
      </Section>
      <ConfirmDialog
        isOpen={dropping}
        onClose={() => setDropping(false)}
        title={t('dropTitle')}
        confirmLabel={t('dropConfirm')}
        tone="alert"
        onConfirm={() => save({ status: 'dropped', doneOn: null })}
      >
        <p>{t('dropText')}</p>
      </ConfirmDialog>
    </>
  )
}
