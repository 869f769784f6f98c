import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { Waiting } from '#data/workspace.ts'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { RECORD_WORDS } from './record-words.ts'
import styles from './sync.module.css'
import { useRecordName } from './use-record-name.ts'

/** What the server does not have yet, record by record, the latest first. */
export function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const nameOf = useRecordName()
  const { timeZone } = useWorkspace().profile.dispositif
  const latestFirst = [...waiting].sort((a, b) => b.lastWrittenAt - a.lastWrittenAt)
  return (
    <ul className={styles.waiting}>
      {latestFirst.map((item) => {
        const { title, place } = nameOf(item)
        const Icon = RECORD_WORDS[item.type].icon
        const counts = [
          item.operations > 0 && t('operations', { count: item.operations }),
          item.photos > 0 && t('photos', { count: item.photos }),
        ].filter(Boolean)
        return (
          <li key={item.record}>
            <Icon />
            <span>
              {title}
              {place && <small>{place}</small>}
            </span>
            <span className={styles.count}>{counts.join(', ')}</span>
            <time dateTime={new Date(item.lastWrittenAt).toISOString()}>
              {formatStamp(item.lastWrittenAt, language, timeZone)}
            </time>
          </li>
        )
      })}
    </ul>
  )
}
