import { Filter, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatNearDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { canReadActions, canWriteActions } from './can-write-actions.ts'
import { type ActionGroup, GROUPS, groupActions, soonUntil } from './group-actions.ts'
import { NewActionSheet } from './new-action-sheet.tsx'
import styles from './plan.module.css'
import { PlanFilters } from './plan-filters.tsx'
import { PlanGroup } from './plan-group.tsx'
import { PlanLead } from './plan-lead.tsx'
import { usePlan } from './use-plan.ts'
import { usePlanFilters } from './use-plan-filters.ts'

export function PlanScreen() {
  const { t } = useTranslation('actions')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const today = useToday()
  const plan = usePlan()
  const filters = usePlanFilters()
  const [adding, setAdding] = useState(false)
  const [filtering, setFiltering] = useState(filters.isFiltered)

  if (!canReadActions(profile.person.role)) {
    return (
      <Page title={t('title')}>
        <EmptyState
          text={t('noAccess')}
          action={<ButtonLink to={paths.home()}>{t('toHome')}</ButtonLink>}
        />
      </Page>
    )
  }

  const kept = plan.actions.filter(filters.keeps)
  const groups = groupActions(kept, today)
  const firstGroup = GROUPS.find((group) => groups[group].length > 0)
  const titles: Record<ActionGroup, string> = {
    late: t('groupLate'),
    soon: t('groupSoon', { day: formatNearDay(soonUntil(today), today, language) }),
    later: t('groupLater'),
    done: t('groupDone'),
    dropped: t('groupDropped'),
  }
  const filterButton = (
    <Button
      className={styles.filterButton}
      icon={Filter}
      aria-expanded={filtering}
      onClick={() => setFiltering(!filtering)}
    >
      {t('filter')}
    </Button>
  )
  const addButton = canWriteActions(profile.person.role) && (
    <>
      {filterButton}
      <Button tone="primary" icon={Plus} onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
    </>
  )

  return (
    <Page
      title={t('title')}
      width="wide"
      {...(plan.actions.length > 0 && { lead: <PlanLead groups={groups} today={today} /> })}
      {...(addButton ? { dock: addButton } : { aside: filterButton })}
    >
      {plan.actions.length > 0 && <PlanFilters plan={plan} filters={filters} isOpen={filtering} />}
      {kept.length === 0 && (
        <EmptyState text={plan.actions.length === 0 ? t('empty') : t('emptyFiltered')} />
      )}
      {GROUPS.map((group) => (
        <PlanGroup
          key={group}
          title={titles[group]}
          note={
            group === 'done' ? t('noteDone') : t('countActions', { count: groups[group].length })
          }
          actions={groups[group]}
          plan={plan}
          today={today}
          withHeads={group === firstGroup}
        />
      ))}
      <NewActionSheet isOpen={adding} onClose={() => setAdding(false)} sites={plan.sites} />
    </Page>
  )
}
