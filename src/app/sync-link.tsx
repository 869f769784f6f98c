import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { formatClock } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { StatusLine } from '#ui/status-line.tsx'
import styles from './sync-link.module.css'
import { type SyncSentence, syncSentence } from './sync-sentence.ts'

/** The status line, leading to the page that explains it. */
export function SyncLink() {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const sentence = syncSentence(useSyncStatus())

  function words(said: SyncSentence): string {
    if (said.key === 'allSent') {
      const time = formatClock(said.confirmedAt, language, profile.dispositif.timeZone)
      return t('allSent', { time })
    }
    return 'count' in said ? t(said.key, { count: said.count }) : t(said.key)
  }

  return (
    <Link to={sentence.key === 'review' ? paths.review() : paths.sync()} className={styles.link}>
      <StatusLine tone={sentence.tone}>{words(sentence)}</StatusLine>
    </Link>
  )
}
