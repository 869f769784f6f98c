import { useTranslation } from 'react-i18next'
import { type Action, daysLate, isOpen } from '#domain/action-plan/action.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Site } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { LateActions } from './late-actions.tsx'

interface SiteActionsProps {
  readonly actions: readonly Action[]
  readonly site: Site
  readonly today: Day
}

export function SiteActions({ actions, site, today }: SiteActionsProps) {
  const { t } = useTranslation('tour')
  const late = actions.filter((action) => daysLate(action, today) > 0)
  return (
    <>
      <p>
        {t('siteActionsSentence', {
          open: actions.filter(({ status }) => isOpen(status)).length,
          late: late.length,
          done: actions.filter(({ status }) => status === 'done' || status === 'measured').length,
        })}
      </p>
      {late.length > 0 && <LateActions actions={late} today={today} />}
      <ButtonLink tone="quiet" to={`${paths.actions()}?etablissement=${site.id}`}>
        {t('seePlan')}
      </ButtonLink>
    </>
  )
}
