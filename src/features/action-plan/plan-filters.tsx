import { useTranslation } from 'react-i18next'
import { ACTION_SOURCES, ACTION_STATUSES } from '#domain/action-plan/action.ts'
import { ACTION_SOURCE_TEXTS, ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import styles from './plan.module.css'
import type { Plan } from './use-plan.ts'
import type { PlanFilters as Filters } from './use-plan-filters.ts'

interface PlanFiltersProps {
  readonly plan: Plan
  readonly filters: Filters
  /** Phones only: elsewhere the filters are always there. */
  readonly isOpen: boolean
}

export function PlanFilters({ plan, filters, isOpen }: PlanFiltersProps) {
  const { t } = useTranslation('actions')
  const text = useText()
  const pilots = [...new Set(plan.actions.map(({ pilot }) => pilot))]
    .filter((pilot) => pilot !== '')
    .sort((a, b) => a.localeCompare(b, 'fr'))
  return (
    <section className={styles.filters} data-open={isOpen} aria-label={t('filters')}>
      {plan.sites.length > 1 && (
        <SelectField
          label={t('filterSite')}
          value={filters.values.site}
          onChange={(value) => filters.set('site', value)}
          options={[
            { value: '', label: t('allSites') },
            ...plan.sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <SelectField
        label={t('filterSource')}
        value={filters.values.source}
        onChange={(value) => filters.set('source', value)}
        options={[
          { value: '', label: t('allSources') },
          ...ACTION_SOURCES.map((code) => ({
            value: code,
            label: text(ACTION_SOURCE_TEXTS[code]),
          })),
        ]}
      />
      <SelectField
        label={t('filterPilot')}
        value={filters.values.pilot}
        onChange={(value) => filters.set('pilot', value)}
        options={[
          { value: '', label: t('allPilots') },
          ...pilots.map((pilot) => ({ value: pilot, label: pilot })),
        ]}
      />
      <SelectField
        label={t('filterStatus')}
        value={filters.values.status}
        onChange={(value) => filters.set('status', value)}
        options={[
          { value: '', label: t('allStatuses') },
          ...ACTION_STATUSES.map((code) => ({
            value: code,
            label: text(ACTION_STATUS_TEXTS[code]),
          })),
        ]}
      />
      {filters.isFiltered && (
        <Button tone="quiet" onClick={filters.clear}>
          {t('clearFilters')}
        </Button>
      )}
    </section>
  )
}
