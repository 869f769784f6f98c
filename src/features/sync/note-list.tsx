import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { SyncStatus } from '#data/workspace.ts'
import { Button } from '#ui/button.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import type { fr } from './fr.ts'
import styles from './sync.module.css'

type NoteKind = SyncStatus['notes'][number]['kind']

/** What the engine did by itself, in plain words. Complete by type. */
const NOTE_WORDS: Record<NoteKind, Extract<keyof typeof fr, `note${string}`>> = {
  restored: 'noteRestored',
  lost: 'noteLost',
  elsewhere: 'noteElsewhere',
  renumbered: 'noteRenumbered',
  released: 'noteReleased',
  repaired: 'noteRepaired',
}

/** What happened to the data without anyone's hand; it stays until a person says they know. */
export function NoteList({ notes }: Pick<SyncStatus, 'notes'>) {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { sync, profile } = useWorkspace()
  return (
    <Section title={t('notes')}>
      <ul className={styles.setAside}>
        {notes.map(({ kind, at, count }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, then empties
          <li key={index}>
            <p>{t(NOTE_WORDS[kind], { count })}</p>
            <p>{formatStamp(at, language, profile.dispositif.timeZone)}</p>
          </li>
        ))}
      </ul>
      <Button onClick={() => reportFailure(sync.understood())}>{t('understood')}</Button>
    </Section>
  )
}
