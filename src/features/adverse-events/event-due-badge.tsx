import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { type EventDue, eventDue } from '#domain/adverse-event/event-due.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

const WORDS = {
  triage: { late: 'dueTriageLate', ahead: 'dueTriage' },
  answer: { late: 'dueAnswerLate', ahead: 'dueAnswer' },
  closing: { late: 'dueClosingLate', ahead: 'dueClosing' },
} as const satisfies Record<EventDue['step'], { late: string; ahead: string }>

/** The internal delay that runs now, the closing within three months included. */
export function EventDueBadge({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const due = eventDue(event, useToday())
  if (!due) return null
  const { step, level, dueOn, daysLate } = due
  const day = formatDay(dueOn, language, 'weekday')
  const { late, ahead } = WORDS[step]
  const text = level === 'late' ? t(late, { count: daysLate }) : t(ahead, { day })
  return <DueBadge level={level} text={text} />
}
