import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import {
  type AdverseEvent,
  type EventStatus,
  gravityOf,
} from '#domain/adverse-event/adverse-event.ts'
import { Button } from '#ui/button.tsx'
import styles from './events.module.css'
import { useEventWriter } from './use-event-writer.ts'

export const ANSWER_ANCHOR = 'answer'

const WORDS = {
  declared: 'nextDeclared',
  triaged: 'nextTriaged',
  analysis: 'nextAnalysis',
  answered: 'nextAnswered',
} as const satisfies Record<Exclude<EventStatus, 'closed'>, string>

/** The one filled band of the sheet: what is awaited now, and the gesture that does it. */
export function NextStep({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('events')
  const today = useToday()
  const { set } = useEventWriter(event.id)
  if (event.status === 'closed') return null
  const toAnswer = () => {
    const field = document.getElementById(ANSWER_ANCHOR)?.querySelector('textarea')
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  return (
    <section className={styles.band} aria-label={t('nextStep')}>
      <div>
        <p className="small">{t('nextStep')}</p>
        <p className={styles.bandWords}>{t(WORDS[event.status])}</p>
      </div>
      <div className={styles.bandButtons}>
        {event.status === 'declared' ? (
          // Keeping the triage keeps the gravity shown: a proposal accepted is a gravity settled.
          <Button onClick={() => set({ status: 'triaged', gravity: gravityOf(event) })}>
            {t('doTriage')}
          </Button>
        ) : null}
        {event.status === 'triaged' ? (
          <Button onClick={() => set({ status: 'analysis' })}>{t('doAnalysis')}</Button>
        ) : null}
        {event.status === 'triaged' || event.status === 'analysis' ? (
          <Button onClick={toAnswer}>{t('doAnswer')}</Button>
        ) : null}
        {event.status === 'answered' ? (
          <Button onClick={() => set({ status: 'closed', closedOn: today })}>{t('doClose')}</Button>
        ) : null}
      </div>
    </section>
  )
}
