import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type AdverseEvent, gravityOf } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS, GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { paths } from '#src/paths.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { LevelBadge } from '#ui/level-badge.tsx'
import styles from './home.module.css'

/** Rows shown on a start page; the board of events has them all. */
const FIRST_ROWS = 6

export function EventList({ events }: { events: readonly AdverseEvent[] }) {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()
  if (events.length === 0) return <p className={styles.quiet}>{t('triageEmpty')}</p>
  return (
    <ul className={styles.rows}>
      {events.slice(0, FIRST_ROWS).map((event) => {
        const level = gravityOf(event)
        return (
          <li key={event.id}>
            <LevelBadge level={level} word={text(GRAVITY_TEXTS[level])} hideWord />
            <Link to={paths.event(event.id)}>{text(FAMILY_TEXTS[event.family])}</Link>
            <span className={styles.quiet}>
              {event.reference}
              {event.declaredOn &&
                `, ${t('declaredOn', { day: formatDay(event.declaredOn, language) })}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
