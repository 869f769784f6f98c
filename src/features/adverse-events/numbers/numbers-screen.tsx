import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords, useToday } from '#data/stores-context.ts'
import { byFamily, byHour, byPlace } from '#domain/adverse-event/numbers/group-events.ts'
import { monthlyRates } from '#domain/adverse-event/numbers/monthly-rates.ts'
import { presenceDays } from '#domain/adverse-event/numbers/presence-days.ts'
import { monthsSinceFirst, wholeMonths } from '#domain/adverse-event/numbers/whole-months.ts'
import { readIndicatorValue } from '#domain/indicator/indicator-value.ts'
import { monthOf } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { EventGroups } from './event-groups.tsx'
import { ExportEvents } from './export-events.tsx'
import { MonthsRun } from './months-run.tsx'
import styles from './numbers.module.css'
import { RatesPart } from './rates-part.tsx'
import { useCounted } from './use-counted.ts'
import { useGroupNames } from './use-group-names.ts'

const PERIODS = [
  { value: '0', label: 'periodNow' },
  { value: '1', label: 'periodBefore' },
] as const

/** Rates, run chart and Pareto of one home over twelve whole months. Homes are never ranked. */
export function NumbersScreen() {
  const { t } = useTranslation('event-numbers')
  const today = useToday()
  const homes = useCounted()
  const [chosen, setChosen] = useState('')
  const [back, setBack] = useState<'0' | '1'>('0')
  const home = homes.find(({ site }) => site.id === chosen) ?? homes[0]
  const indicators = useRecords('indicator-value', home?.site.id)
  const names = useGroupNames(home?.site)
  const events = { to: paths.events(), label: t('back') }
  if (!home) {
    return (
      <Page title={t('title')} back={events}>
        <EmptyState text={t('noAccess')} />
      </Page>
    )
  }
  const { site, whole } = home
  const months = monthsSinceFirst(wholeMonths(today, back === '1' ? 1 : 0), home.events)
  const counted = home.events.filter(({ declaredOn }) => months.includes(monthOf(declaredOn)))
  const values = indicators.map(({ id, scope, fields }) => readIndicatorValue(id, scope, fields))
  const daysOf = (month: string) => presenceDays(values, month)
  const rates = monthlyRates(counted, months, (month) => {
    const found = daysOf(month)
    return found.kind === 'known' ? found.days : undefined
  })
  return (
    <Page title={t('title')} lead={t('lead')} back={events}>
      <div className={styles.choice}>
        {homes.length > 1 ? (
          <SelectField
            label={t('site')}
            value={site.id}
            onChange={setChosen}
            options={homes.map(({ site: { id, name } }) => ({ value: id, label: name }))}
          />
        ) : null}
        <SelectField
          label={t('period')}
          value={back}
          onChange={(value) => setBack(value === '1' ? '1' : '0')}
          options={PERIODS.map(({ value, label }) => ({ value, label: t(label) }))}
        />
      </div>
      {months.length === 0 ? <EmptyState text={t('beforeFirst')} /> : null}
      {months.length > 0 ? (
        <>
          <RatesPart key={site.id} site={site} rates={rates} daysOf={daysOf} />
          <MonthsRun rates={rates} />
          <EventGroups title={t('families')} groups={byFamily(counted)} nameOf={names.family} />
          {whole ? (
            <>
              <EventGroups
                title={t('places')}
                groups={byPlace(counted, site.units)}
                nameOf={names.place}
              />
              <EventGroups title={t('hours')} groups={byHour(counted)} nameOf={names.hour} />
              <ExportEvents site={site} />
            </>
          ) : null}
        </>
      ) : null}
    </Page>
  )
}
