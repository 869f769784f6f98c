import { useTranslation } from 'react-i18next'
import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import { type Day, daysBetween } from '#domain/shared/day.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import { formatNearDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'

/** From here a deadline is named « bientôt »: a week, as in the legal clocks of the events. */
const WATCH_DAYS = 7

/** Time left or lost, in words, then the exact day. */
export function ActionDue({ action, today }: { action: Action; today: Day }) {
  const { t } = useTranslation('actions')
  const language = useLanguage()
  const short = (day: Day | undefined) => (day ? { date: formatNearDay(day, today, language) } : {})

  if (action.status === 'dropped') return <DueBadge level="far" text={t('dueDropped')} />
  if (action.status === 'measured')
    return <DueBadge level="done" text={t('dueMeasured')} {...short(action.doneOn)} />
  if (!isOpen(action.status))
    return <DueBadge level="watch" text={t('dueToMeasure')} {...short(action.doneOn)} />
  if (!action.dueOn) return <DueBadge level="far" text={t('noDue')} />

  const late = daysLate(action, today)
  if (late > 0)
    return <DueBadge level="late" text={t('dueLate', { count: late })} {...short(action.dueOn)} />
  const left = daysBetween(today, action.dueOn)
  const words =
    left === 0 ? t('dueToday') : left === 1 ? t('dueTomorrow') : t('dueIn', { count: left })
  return (
    <DueBadge level={left <= WATCH_DAYS ? 'watch' : 'far'} text={words} {...short(action.dueOn)} />
  )
}
