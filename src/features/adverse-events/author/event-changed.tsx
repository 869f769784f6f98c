import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDraft, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { quoted } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import styles from './author.module.css'

/** One sentence for the author and for the unit: what changed because someone spoke. */
export function EventChanged({ event, editable }: { event: AdverseEvent; editable: boolean }) {
  const { t } = useTranslation('event-author')
  const language = useLanguage()
  const { writer } = useWorkspace()
  const [draft, keepDraft, dropDraft] = useDraft(`changed:${event.id}`)
  const typed = typeof draft === 'string' ? draft : event.changed
  const personal = findPersonalData(typed)[0]

  async function keep() {
    await writer.set(event.id, { changed: typed.trim() })
    await dropDraft()
  }

  return (
    <Section title={t('changed')} note={t('changedNote')}>
      {editable ? (
        <div className={styles.field}>
          <TextField
            label={t('changedField')}
            hint={t('changedHint')}
            multiline
            rows={2}
            maxLength={400}
            value={typed}
            onChange={(words) => reportFailure(keepDraft(words))}
          />
          {personal ? (
            <Notice tone="watch">{t('changedLike', { words: personal.found })}</Notice>
          ) : null}
          <Button
            icon={Check}
            disabled={typed.trim() === event.changed}
            onClick={() => reportFailure(keep())}
          >
            {t('changedKeep')}
          </Button>
        </div>
      ) : (
        <p className={event.changed ? '' : 'soft'}>
          {event.changed ? quoted(event.changed, language) : t('changedNone')}
        </p>
      )}
    </Section>
  )
}
