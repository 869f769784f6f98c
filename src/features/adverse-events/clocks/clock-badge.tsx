import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { type Clock, mostPressing } from '#domain/adverse-event/channels/event-clocks.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { CLOCK_LEVELS, clockWords } from './clock-words.ts'

/** The most pressing legal clock of an event, in a line: the duty, then what is left. */
export function ClockBadge({ clocks }: { clocks: readonly Clock[] }) {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const language = useLanguage()
  const now = useWorkspace().now()
  const clock = mostPressing(clocks)
  if (!clock) return null
  const words = clockWords(clock, now, t, language)
  return (
    <DueBadge level={CLOCK_LEVELS[clock.state]} text={`${text(clock.step.title)} : ${words}`} />
  )
}
