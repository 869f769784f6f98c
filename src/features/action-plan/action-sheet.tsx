import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecord, useToday, useWorkspace } from '#data/stores-context.ts'
import type { Action } from '#domain/action-plan/action.ts'
import type { Fields } from '#domain/shared/json.ts'
import { readSite } from '#domain/site/site.ts'
import { paths, reviewPath } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatClock } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { StatusLine } from '#ui/status-line.tsx'
import { ActionDue } from './action-due.tsx'
import { ActionEditor } from './action-editor.tsx'
import { ActionOrigin } from './action-origin.tsx'
import { ActionReading } from './action-reading.tsx'
import { canWriteActions } from './can-write-actions.ts'
import styles from './plan.module.css'

/** One action: where it comes from for all, then its follow-up, to write or to read. */
export function ActionSheet({ action, disputed }: { action: Action; disputed: boolean }) {
  const { t } = useTranslation('actions')
  const language = useLanguage()
  const { profile, writer } = useWorkspace()
  const today = useToday()
  const site = useRecord(action.site)
  const [savedAt, setSavedAt] = useState<number>()

  async function write(fields: Fields) {
    const saved = await writer.set(action.id, fields)
    setSavedAt(saved.savedAt)
  }

  return (
    <Page
      title={action.title}
      width="reading"
      back={{ to: paths.actions(), label: t('back') }}
      lead={
        site.kind === 'ready' ? readSite(site.snapshot.id, site.snapshot.fields).name : undefined
      }
      status={
        savedAt !== undefined && (
          <StatusLine tone="saved">
            {t('kept', {
              time: formatClock(savedAt, language, profile.dispositif.timeZone, true),
            })}
          </StatusLine>
        )
      }
    >
      <div className={styles.parts}>
        {disputed && (
          <Notice
            tone="watch"
            title={t('disputed')}
            action={<ButtonLink to={reviewPath(action.id)}>{t('settle')}</ButtonLink>}
          />
        )}
        <ActionDue action={action} today={today} />
        <ActionOrigin action={action} />
        {canWriteActions(profile.person.role) ? (
          <ActionEditor action={action} today={today} onWrite={write} />
        ) : (
          <ActionReading action={action} />
        )}
      </div>
    </Page>
  )
}
