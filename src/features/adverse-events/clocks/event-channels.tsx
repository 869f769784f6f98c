import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Clock } from '#domain/adverse-event/channels/event-clocks.ts'
import { paths } from '#src/paths.ts'
import { Section } from '#ui/section.tsx'
import { ChannelClocks } from './channel-clocks.tsx'
import styles from './clocks.module.css'
import { DiscoveryFields } from './discovery-fields.tsx'
import { RoutingQuestions } from './routing-questions.tsx'

/** Who must be told of this event, by when, and the proof that it was done. */
export function EventChannels({
  event,
  clocks,
  editable,
}: {
  event: AdverseEvent
  clocks: readonly Clock[]
  editable: boolean
}) {
  const { t } = useTranslation('event-clocks')
  const channels = [...new Set(clocks.map(({ channel }) => channel))]
  const isAsked = event.routing.size > 0
  // As it was opened: the first answer must not close the questions under the thumb.
  const [isOpen, setOpen] = useState(!isAsked && event.status === 'declared')
  return (
    <Section title={t('title')} note={<Link to={paths.channels()}>{t('table')}</Link>}>
      <div className={styles.stack}>
        <p className="soft small">{t('lead')}</p>
        {channels.length === 0 ? (
          <p>{t(isAsked ? 'nobody' : 'questionsNone')}</p>
        ) : (
          channels.map((channel) => (
            <ChannelClocks
              key={channel.code}
              event={event}
              channel={channel}
              clocks={clocks.filter((clock) => clock.channel === channel)}
              editable={editable}
            />
          ))
        )}
        {editable ? (
          <details
            className={styles.fold}
            open={isOpen}
            onToggle={(toggled) => setOpen(toggled.currentTarget.open)}
          >
            <summary>{t('questions')}</summary>
            <div className={styles.stack}>
              <RoutingQuestions event={event} />
              <DiscoveryFields event={event} />
            </div>
          </details>
        ) : null}
      </div>
    </Section>
  )
}
