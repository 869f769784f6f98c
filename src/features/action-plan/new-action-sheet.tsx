import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useDraft, useToday, useWorkspace } from '#data/stores-context.ts'
import { ACTION_SOURCES } from '#domain/action-plan/action.ts'
import { ACTION_SOURCE_TEXTS } from '#domain/action-plan/action-texts.ts'
import { addDays } from '#domain/shared/day.ts'
import { siteId } from '#domain/shared/ids.ts'
import { type Fields, textField } from '#domain/shared/json.ts'
import type { Site } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './plan.module.css'

/** Proposed deadline of an action entered by hand (R-PAC-2). */
const DUE_IN_DAYS = 30
const DRAFT = 'new-action'

interface NewActionSheetProps {
  readonly isOpen: boolean
  readonly sites: readonly Site[]
  onClose(): void
}

export function NewActionSheet({ isOpen, sites, onClose }: NewActionSheetProps) {
  const { t } = useTranslation('actions')
  const text = useText()
  const navigate = useNavigate()
  const { writer } = useWorkspace()
  const today = useToday()
  const [stored, keepDraft, dropDraft] = useDraft(DRAFT)
  const [asked, setAsked] = useState(false)

  const draft: Fields = isFields(stored) ? stored : {}
  const onlySite = sites.length === 1 ? sites[0]?.id : undefined
  const site = textField(draft, 'site') || (onlySite ?? '')
  const title = textField(draft, 'title')
  const source = textField(draft, 'source') || 'other'
  const dueOn = textField(draft, 'dueOn') || addDays(today, DUE_IN_DAYS)
  const keep = (field: string) => (value: string) =>
    reportFailure(keepDraft({ ...draft, [field]: value }))

  async function save() {
    setAsked(true)
    if (title.trim() === '' || site === '') return
    const { id } = await writer.create('action', siteId(site), {
      title: title.trim(),
      pilot: textField(draft, 'pilot').trim(),
      source,
      status: 'todo',
      createdOn: today,
      dueOn,
    })
    await dropDraft()
    setAsked(false)
    onClose()
    await navigate(paths.action(id))
  }

  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('sheetTitle')}>
      <form
        className={styles.stack}
        // Our own sentences, beside the field, in the language of the page.
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          reportFailure(save())
        }}
      >
        <TextField
          label={t('fieldTitle')}
          value={title}
          onChange={keep('title')}
          required
          {...(asked && title.trim() === '' && { error: t('sheetNeedsTitle') })}
        />
        {onlySite === undefined && (
          <SelectField
            label={t('fieldSite')}
            value={site}
            onChange={keep('site')}
            required
            {...(asked && site === '' && { error: t('sheetNeedsSite') })}
            options={[
              { value: '', label: t('chooseSite') },
              ...sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <TextField
          label={t('fieldPilot')}
          hint={t('pilotHint')}
          value={textField(draft, 'pilot')}
          onChange={keep('pilot')}
        />
        <DateField label={t('fieldDue')} value={dueOn} onChange={keep('dueOn')} />
        <SelectField
          label={t('fieldSource')}
          value={source}
          onChange={keep('source')}
          options={ACTION_SOURCES.map((code) => ({
            value: code,
            label: text(ACTION_SOURCE_TEXTS[code]),
          }))}
        />
        <Button type="submit" tone="primary" size="big" wide>
          {t('sheetSave')}
        </Button>
      </form>
    </Sheet>
  )
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
