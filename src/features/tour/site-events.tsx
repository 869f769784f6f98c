import { useTranslation } from 'react-i18next'
import {
  type AdverseEvent,
  type Gravity,
  gravityOf,
  isOpenEvent,
} from '#domain/adverse-event/adverse-event.ts'
import { GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useText } from '#ui/i18n.ts'
import { LevelBadge } from '#ui/level-badge.tsx'
import styles from './home.module.css'

/** The gravest first. */
const LEVELS: readonly Gravity[] = [5, 4, 3, 2, 1]

interface SiteEventsProps {
  readonly site: string
  readonly events: readonly AdverseEvent[]
}

export function SiteEvents({ site, events }: SiteEventsProps) {
  const { t } = useTranslation('tour')
  const text = useText()
  if (events.length === 0) return <p className={styles.quiet}>{t('siteEventsEmpty')}</p>
  return (
    <>
      <DataTable
        caption={t('siteEventsCaption')}
        columns={[
          { key: 'gravity', label: t('columnGravity') },
          { key: 'open', label: t('columnOpen'), align: 'end' },
          { key: 'all', label: t('columnAll'), align: 'end' },
        ]}
        rows={LEVELS.map((level) => {
          const here = events.filter((event) => gravityOf(event) === level)
          return {
            id: String(level),
            cells: {
              gravity: <LevelBadge level={level} word={text(GRAVITY_TEXTS[level])} />,
              open: here.filter(({ status }) => isOpenEvent(status)).length,
              all: here.length,
            },
          }
        })}
      />
      <ButtonLink tone="quiet" to={`${paths.events()}?etablissement=${site}`}>
        {t('seeEvents')}
      </ButtonLink>
    </>
  )
}
