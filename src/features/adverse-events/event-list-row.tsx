import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { gravityOf } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { paths } from '#src/paths.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { LevelBadge } from '#ui/level-badge.tsx'
import { ClockBadge } from './clocks/clock-badge.tsx'
import { EventDueBadge } from './event-due-badge.tsx'
import styles from './events.module.css'
import { IDENTITY_WORDS } from './identity-words.ts'
import { useRiskScales } from './triage/use-risk-scales.ts'
import type { EventRow } from './use-events.ts'

/** What, where, when, how it was declared, and what is awaited. */
export function EventListRow({
  row,
  search,
  isOpen,
  showsSite,
}: {
  row: EventRow
  search: string
  isOpen: boolean
  showsSite: boolean
}) {
  const { t } = useTranslation('events')
  const text = useText()
  const language = useLanguage()
  const scales = useRiskScales()
  const { event, site, unitName } = row
  const level = gravityOf(event)
  const facts = event.answers.get('facts')
  const day = event.occurredOn ?? event.declaredOn
  return (
    <Link
      to={`${paths.event(event.id)}${search}`}
      className={styles.row}
      aria-current={isOpen ? 'page' : undefined}
    >
      <LevelBadge level={level} word={scales.word('gravity', level, language)} hideWord />
      <span className={styles.what}>
        <b>{text(FAMILY_TEXTS[event.family])}</b>
        {typeof facts === 'string' ? <span className={styles.excerpt}>{facts}</span> : null}
        <span className={styles.meta}>
          <span>{[showsSite ? site?.name : '', unitName].filter(Boolean).join(', ')}</span>
          <span>{day ? formatDay(day, language) : t('unknownDay')}</span>
          <span>{t(IDENTITY_WORDS[event.identity])}</span>
          {event.perceivedGravity === 'near-miss' ? <span>{t('nearMiss')}</span> : null}
          {event.duplicateOf ? <span>{t('duplicate')}</span> : null}
          {row.unsent ? <span>{t('unsent')}</span> : null}
        </span>
        <ClockBadge clocks={row.clocks} />
        <EventDueBadge event={event} />
      </span>
    </Link>
  )
}
