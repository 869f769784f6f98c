import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Channel } from '#domain/adverse-event/channels/channel.ts'
import type { Clock } from '#domain/adverse-event/channels/event-clocks.ts'
import { readingText } from '#domain/adverse-event/channels/readings.ts'
import { homeOutbreaks } from '#domain/adverse-event/outbreaks/home-outbreaks.ts'
import { Button } from '#ui/button.tsx'
import { DueBadge } from '#ui/due-badge.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Stops } from '#ui/stops.tsx'
import { Tag } from '#ui/tag.tsx'
import { useEvents } from '../use-events.ts'
import { CLOCK_LEVELS, CLOCK_STOPS, clockWords, termWords, WAY_WORDS } from './clock-words.ts'
import styles from './clocks.module.css'
import { ProofPhotos } from './proof-photos.tsx'
import { SendingSheet } from './sending-sheet.tsx'
import { useReadings } from './use-clocks.ts'

interface ChannelClocksProps {
  readonly event: AdverseEvent
  readonly channel: Channel
  readonly clocks: readonly Clock[]
  readonly editable: boolean
}

/** One channel: who, which text, and its steps as stops with what is left of each. */
export function ChannelClocks({ event, channel, clocks, editable }: ChannelClocksProps) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const [noted, setNoted] = useState<Clock>()
  return (
    <div className={styles.channel}>
      <div className={styles.channelHead}>
        <h3>{text(channel.title)}</h3>
        {channel.mark === 'to-verify' ? <Tag tone="watch">{t('source')}</Tag> : null}
      </div>
      <p className={styles.authority}>{text(channel.authority)}</p>
      <p className="soft small">{channel.law}</p>
      <OutbreakLine event={event} channel={channel} />
      <Stops
        label={text(channel.title)}
        items={clocks.map((clock) => ({
          id: clock.step.code,
          title: text(clock.step.title),
          state: CLOCK_STOPS[clock.state].stop,
          stateLabel: t(CLOCK_STOPS[clock.state].word),
          children: (
            <>
              <ClockLines clock={clock} />
              {clock.sending ? (
                <ProofPhotos event={event} sending={clock.sending.id} editable={editable} />
              ) : null}
              {editable && !clock.sending && clock.state !== 'not-needed' ? (
                <Button
                  icon={Send}
                  aria-label={t('noteOf', { step: text(clock.step.title) })}
                  onClick={() => setNoted(clock)}
                >
                  {t('note')}
                </Button>
              ) : null}
            </>
          ),
        }))}
      />
      {channel.note ? <p className="soft small">{text(channel.note)}</p> : null}
      {noted ? (
        <SendingSheet event={event} clock={noted} onClose={() => setNoted(undefined)} />
      ) : null}
    </div>
  )
}

function ClockLines({ clock }: { clock: Clock }) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const language = useLanguage()
  const workspace = useWorkspace()
  const readings = useReadings()
  const { step, sending } = clock
  const how = sending && [
    t('sentBy', { way: t(WAY_WORDS[sending.how]), by: sending.by }),
    ...(sending.reference ? [t('sentReference', { reference: sending.reference })] : []),
  ]
  const term = termWords(clock, t, language, workspace.profile.dispositif.timeZone)
  return (
    <div className={styles.lines}>
      <DueBadge
        level={CLOCK_LEVELS[clock.state]}
        text={clockWords(clock, workspace.now(), t, language)}
        {...(term && { date: term })}
      />
      {how ? <p className="soft small">{how.join(', ')}</p> : null}
      {clock.fromMidnight && !sending ? <p className="soft small">{t('fromMidnight')}</p> : null}
      {step.reading ? (
        <p className="soft small">
          {t('readingTaken', { reading: text(readingText(step.reading, readings[step.reading])) })}
        </p>
      ) : null}
    </div>
  )
}

/** What was counted, for the two channels that a count opens. */
function OutbreakLine({ event, channel }: { event: AdverseEvent; channel: Channel }) {
  const { t } = useTranslation('event-clocks')
  const language = useLanguage()
  const { rows } = useEvents()
  if (channel.code !== 'ira' && channel.code !== 'gea') return null
  const ofHome = rows.map((row) => row.event).filter(({ site }) => site === event.site)
  const part = homeOutbreaks(ofHome)
    .get(event.id)
    ?.find(({ kind }) => kind === channel.code)
  if (!part) return null
  return <p>{t('outbreak', { cases: part.cases, day: formatDay(part.metOn, language) })}</p>
}
