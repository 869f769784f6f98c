import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#domain/action-plan/action.ts'
import type { Day } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { ActionRow } from './action-row.tsx'
import styles from './plan.module.css'
import type { Plan } from './use-plan.ts'

/** Rows shown before « Voir les autres »: a screen of the tablet. */
const FIRST_ROWS = 8

interface PlanGroupProps {
  readonly title: string
  readonly note: string
  readonly actions: readonly Action[]
  readonly plan: Plan
  readonly today: Day
  /** Said once, above the first rows: the columns keep their places below. */
  readonly withHeads: boolean
}

export function PlanGroup({ title, note, actions, plan, today, withHeads }: PlanGroupProps) {
  const { t } = useTranslation('actions')
  const [whole, setWhole] = useState(false)
  if (actions.length === 0) return null
  const shown = whole ? actions : actions.slice(0, FIRST_ROWS)
  const hidden = actions.length - shown.length
  return (
    <Section title={title} note={note}>
      {withHeads && (
        <div className={styles.heads} aria-hidden="true">
          <span>{t('columnAction')}</span>
          <span>{t('columnSite')}</span>
          <span>{t('columnPilot')}</span>
          <span>{t('columnDue')}</span>
          <span>{t('columnProgress')}</span>
        </div>
      )}
      <ul>
        {shown.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            siteName={plan.siteNames.get(action.site) ?? ''}
            today={today}
            unsent={plan.unsent.has(action.id)}
            disputed={plan.disputed.has(action.id)}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <div className={styles.more}>
          <Button tone="quiet" iconAfter={ChevronDown} onClick={() => setWhole(true)}>
            {t('more', { count: hidden })}
          </Button>
        </div>
      )}
    </Section>
  )
}
