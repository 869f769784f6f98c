import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft, useToday, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Clock } from '#domain/adverse-event/channels/event-clocks.ts'
import { SENDING_WAYS } from '#domain/adverse-event/channels/sending.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { clockAt } from '#domain/shared/civil-time.ts'
import { type Fields, textField } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { TextField } from '#ui/text-field.tsx'
import { readWay, WAY_WORDS } from './clock-words.ts'
import styles from './clocks.module.css'

/** The proof that an authority was told: when, how, by which function, under which number. */
export function SendingSheet({
  event,
  clock,
  onClose,
}: {
  event: AdverseEvent
  clock: Clock
  onClose: () => void
}) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const workspace = useWorkspace()
  const today = useToday()
  const { channel, step } = clock
  const [stored, keepDraft, dropDraft] = useDraft(
    `sending:${event.id}:${channel.code}:${step.code}`,
  )
  const [asked, setAsked] = useState(false)
  const [opened] = useState(() => clockAt(workspace.now(), workspace.profile.dispositif.timeZone))

  const draft: Fields = isFields(stored) ? stored : {}
  const on = 'on' in draft ? textField(draft, 'on') : today
  const at = 'at' in draft ? textField(draft, 'at') : opened
  const by = textField(draft, 'by')
  const how = readWay(textField(draft, 'how'))
  const personal = findPersonalData(by)[0]
  const keep = (field: string) => (value: string) =>
    reportFailure(keepDraft({ ...draft, [field]: value }))

  async function save() {
    setAsked(true)
    if (on === '' || by.trim() === '') return
    const reference = textField(draft, 'reference').trim()
    await workspace.writer.set(event.id, {
      [`sendings.${crypto.randomUUID()}`]: {
        channel: channel.code,
        step: step.code,
        on,
        at,
        how,
        by: by.trim(),
        reference,
      },
    })
    await dropDraft()
    onClose()
  }

  return (
    <Sheet isOpen onClose={onClose} title={text(step.title)}>
      <form
        className={styles.stack}
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault()
          reportFailure(save())
        }}
      >
        <p className="soft">{t('expected', { proof: text(step.proof) })}</p>
        <SelectField
          label={t('way')}
          value={how}
          onChange={keep('how')}
          options={SENDING_WAYS.map((way) => ({ value: way, label: t(WAY_WORDS[way]) }))}
        />
        <div className={styles.pair}>
          <DateField
            label={t('sentOn')}
            value={on}
            max={today}
            onChange={keep('on')}
            {...(asked && on === '' && { error: t('needsDay') })}
          />
          <TextField label={t('sentHour')} type="time" value={at} onChange={keep('at')} />
        </div>
        <TextField
          label={t('by')}
          hint={personal ? t('byLike', { words: personal.found }) : t('byHint')}
          value={by}
          onChange={keep('by')}
          required
          maxLength={120}
          {...(asked && by.trim() === '' && { error: t('needsBy') })}
        />
        <TextField
          label={t('reference')}
          value={textField(draft, 'reference')}
          onChange={keep('reference')}
          maxLength={120}
        />
        <Button type="submit" tone="primary" size="big" wide>
          {t('keep')}
        </Button>
      </form>
    </Sheet>
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
