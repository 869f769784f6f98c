import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { gravityOf } from '#domain/adverse-event/adverse-event.ts'
import { reviewPath } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { LevelBadge } from '#ui/level-badge.tsx'
import { Tag } from '#ui/tag.tsx'
import { EventAnalysis } from './analysis/event-analysis.tsx'
import { EventChanged } from './author/event-changed.tsx'
import { EventDialogue } from './author/event-dialogue.tsx'
import { EventPhoto } from './author/event-photo.tsx'
import { ClockBadge } from './clocks/clock-badge.tsx'
import { EventChannels } from './clocks/event-channels.tsx'
import { NoticeSection } from './clocks/notice-section.tsx'
import { EventActions } from './event-actions.tsx'
import { EventAnswer } from './event-answer.tsx'
import { EventDueBadge } from './event-due-badge.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventGravity } from './event-gravity.tsx'
import { EventProgress } from './event-progress.tsx'
import { canTreatEvents } from './event-rights.ts'
import { EventWho } from './event-who.tsx'
import styles from './events.module.css'
import { IDENTITY_WORDS } from './identity-words.ts'
import { NextStep } from './next-step.tsx'
import { PdfButton } from './pdf-button.tsx'
import { Duplicates } from './triage/duplicates.tsx'
import { useRiskScales } from './triage/use-risk-scales.ts'
import type { EventRow } from './use-events.ts'

/** One event, whole: what was said, how grave it is, what was answered, what follows. */
export function EventSheet({ row }: { row: EventRow }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const scales = useRiskScales()
  const { profile } = useWorkspace()
  const { event, site } = row
  const level = gravityOf(event)
  const treats = canTreatEvents(profile.person.role)
  return (
    <article className={styles.sheet}>
      <div className={styles.kick}>
        <LevelBadge level={level} word={scales.word('gravity', level, language)} />
        <span>{t('reference', { reference: event.reference })}</span>
        <span>{[site?.name, row.unitName].filter(Boolean).join(', ')}</span>
        {event.declaredOn ? (
          <span>
            {t('declaredOn', {
              identity: t(IDENTITY_WORDS[event.identity]),
              day: formatDay(event.declaredOn, language, 'weekday'),
            })}
          </span>
        ) : null}
        <ClockBadge clocks={row.clocks} />
        <EventDueBadge event={event} />
        {event.perceivedGravity === 'near-miss' ? <Tag tone="info">{t('nearMiss')}</Tag> : null}
        {row.unsent ? <Tag tone="watch">{t('unsent')}</Tag> : null}
        {row.disputed ? (
          <ButtonLink to={reviewPath(row.event.id)} icon={CircleAlert}>
            {t('disputed')}
          </ButtonLink>
        ) : null}
      </div>
      {treats ? <NextStep event={event} /> : null}
      <Duplicates event={event} editable={treats} />
      <EventProgress status={event.status} />
      <div className={styles.two}>
        <EventFacts row={row} />
        <EventGravity event={event} editable={treats} />
      </div>
      {treats || row.clocks.length > 0 ? (
        <EventChannels event={event} clocks={row.clocks} editable={treats} />
      ) : null}
      {site ? <NoticeSection row={row} site={site} editable={treats} /> : null}
      {site ? <EventAnalysis event={event} site={site} editable={treats} /> : null}
      <EventPhoto event={event} />
      <EventAnswer event={event} editable={treats} />
      <EventDialogue event={event} editable={treats} />
      <EventChanged event={event} editable={treats} />
      <div className={styles.two}>
        <EventActions event={event} />
        <EventWho event={event} />
      </div>
      {site ? <PdfButton event={event} site={site} /> : null}
    </article>
  )
}
