import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { findDuplicates } from '#domain/adverse-event/find-duplicates.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { useEvents } from '../use-events.ts'
import styles from './triage.module.css'

/** Declarations that may tell the same facts. One tap sets this one aside, another takes it back. */
export function Duplicates({ event, editable }: { event: AdverseEvent; editable: boolean }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const { writer } = useWorkspace()
  const { rows } = useEvents()
  const events = rows.map((row) => row.event)
  const first = events.find(({ id }) => id === event.duplicateOf)
  const set = (duplicateOf: string | null) => reportFailure(writer.set(event.id, { duplicateOf }))

  if (event.duplicateOf !== '') {
    return (
      <Notice
        tone="neutral"
        title={t('duplicateOf', { reference: first?.reference ?? event.duplicateOf })}
        action={
          editable ? <Button onClick={() => set(null)}>{t('duplicateUndo')}</Button> : undefined
        }
      >
        {t('duplicateMeans')}
      </Notice>
    )
  }
  const found = event.status === 'closed' ? [] : findDuplicates(event, events).slice(0, 3)
  if (found.length === 0) return null
  return (
    <Notice tone="neutral" title={t('duplicates')}>
      <ul className={styles.duplicates}>
        {found.map((other) => {
          const on = other.occurredOn ?? other.declaredOn
          return (
            <li key={other.id}>
              <Link to={paths.event(other.id)}>
                {[other.reference, on && formatDay(on, language)].filter(Boolean).join(', ')}
              </Link>
              {editable ? (
                <Button
                  aria-label={t('duplicateSetOf', { reference: other.reference })}
                  onClick={() => set(other.id)}
                >
                  {t('duplicateSet')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
