import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { youSaidWeDid } from '#domain/adverse-event/you-said-we-did.ts'
import { addDays } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { canReadEvents } from '../event-rights.ts'
import { useEvents } from '../use-events.ts'
import styles from './return.module.css'
import { UnitReturn } from './unit-return.tsx'

const MONTHS = [3, 6, 12] as const
const DAYS_BY_MONTH = 365.25 / 12

/** What goes back to the units: one page each, and the charter. */
export function ReturnScreen() {
  const { t } = useTranslation('event-return')
  const { profile } = useWorkspace()
  const today = useToday()
  const { rows, sites } = useEvents()
  const [chosen, setChosen] = useState('')
  const [months, setMonths] = useState('3')
  const back = { to: paths.events(), label: t('back') }
  const held = sites.filter(({ id }) => rows.some(({ event }) => event.site === id))
  const site = held.find(({ id }) => id === chosen) ?? held[0]
  if (!canReadEvents(profile.person.role) || !site) {
    return (
      <Page title={t('title')} back={back}>
        <EmptyState text={t('noAccess')} />
        <ButtonLink to={paths.charter()}>{t('charterLink')}</ButtonLink>
      </Page>
    )
  }
  const period = { from: addDays(today, -Math.round(Number(months) * DAYS_BY_MONTH)), to: today }
  const events = rows.map(({ event }) => event).filter((event) => event.site === site.id)

  return (
    <Page title={t('title')} lead={t('lead')} back={back} width="reading">
      <div className={styles.choice}>
        {held.length > 1 ? (
          <SelectField
            label={t('site')}
            value={site.id}
            onChange={setChosen}
            options={held.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <SelectField
          label={t('period')}
          value={months}
          onChange={setMonths}
          options={MONTHS.map((count) => ({
            value: String(count),
            label: t('months', { count }),
          }))}
        />
      </div>
      <p>
        <ButtonLink to={paths.charter()}>{t('charterLink')}</ButtonLink>
      </p>
      {site.units.length === 0 ? <EmptyState text={t('noUnit')} /> : null}
      {site.units.map(({ id, name }) => (
        <UnitReturn
          key={id}
          site={site.name}
          unit={name}
          period={period}
          page={youSaidWeDid(events, { unit: id, ...period })}
        />
      ))}
    </Page>
  )
}
