import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { eventDue } from '#domain/adverse-event/event-due.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

export function EventDueBadge({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const due = eventDue(event, useToday())
  if (!due) return null
  const { step, level, dueOn, daysLate } = due
  const day = formatDay(dueOn, language, 'weekday')
  if (level === 'late') {
    const key = step === 'triage' ? 'dueTriageLate' : 'dueAnswerLate'
    return <DueBadge level={level} text={t(key, { count: daysLate })} />
  }
  return <DueBadge level={level} text={t(step === 'triage' ? 'dueTriage' : 'dueAnswer', { day })} />
}
