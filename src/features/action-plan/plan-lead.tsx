import { useTranslation } from 'react-i18next'
import type { Action } from '#domain/action-plan/action.ts'
import type { Day } from '#domain/shared/day.ts'
import { formatNearDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { type ActionGroup, soonUntil } from './group-actions.ts'

interface PlanLeadProps {
  readonly groups: Readonly<Record<ActionGroup, readonly Action[]>>
  readonly today: Day
}

/** The sentence before the figures: late, soon, to measure, and how many since January. */
export function PlanLead({ groups, today }: PlanLeadProps) {
  const { t } = useTranslation('actions')
  const language = useLanguage()
  const toMeasure = groups.done.filter(({ status }) => status === 'done').length
  const thisYear = Object.values(groups)
    .flat()
    .filter(({ createdOn }) => createdOn?.slice(0, 4) === today.slice(0, 4)).length
  const late = groups.late.length
  const soon = t('leadSoon', {
    count: groups.soon.length,
    day: formatNearDay(soonUntil(today), today, language),
  })
  return (
    <>
      <b>{late > 0 ? t('leadLate', { count: late }) : t('leadNoLate')}</b>, {soon},{' '}
      {t('leadToMeasure', { count: toMeasure })}. {t('leadYear', { count: thisYear })}
    </>
  )
}
