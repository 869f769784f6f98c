import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EventStatus } from '#domain/adverse-event/adverse-event.ts'
import { paths } from '#src/paths.ts'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { CalendarButton } from './clocks/calendar-button.tsx'
import { EventListRow } from './event-list-row.tsx'
import styles from './events.module.css'
import type { EventFilters, Events } from './use-events.ts'

/** In the order of the work; each event is under exactly one. */
const TABS = [
  { status: 'declared', label: 'tabDeclared', empty: 'emptyDeclared' },
  { status: 'analysis', label: 'tabAnalysis', empty: 'emptyAnalysis' },
  { status: 'triaged', label: 'tabTriaged', empty: 'emptyTriaged' },
  { status: 'answered', label: 'tabAnswered', empty: 'emptyAnswered' },
  { status: 'closed', label: 'tabClosed', empty: 'emptyClosed' },
] as const satisfies readonly { status: EventStatus; label: string; empty: string }[]

export function EventBoard({
  events,
  filters,
  openId,
}: {
  events: Events
  filters: EventFilters
  openId: string | undefined
}) {
  const { t } = useTranslation('events')
  const ofSite = events.rows.filter(
    ({ event }) =>
      (!filters.site || event.site === filters.site) &&
      (!filters.nearMissOnly || event.perceivedGravity === 'near-miss'),
  )
  const shown = ofSite.filter(({ event }) => event.status === filters.status)
  const empty = TABS.find(({ status }) => status === filters.status)?.empty ?? 'emptyDeclared'
  return (
    <div className={styles.board}>
      <nav aria-label={t('tabs')}>
        <ul className={styles.tabs}>
          {TABS.map(({ status, label }) => (
            <li key={status}>
              <Link
                to={{ search: filters.searchFor(status) }}
                replace
                aria-current={status === filters.status ? 'true' : undefined}
              >
                {t(label)} <b>{ofSite.filter(({ event }) => event.status === status).length}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {events.sites.length > 1 ? (
        <SelectField
          label={t('filterSite')}
          value={filters.site}
          onChange={filters.setSite}
          options={[
            { value: '', label: t('allSites') },
            ...events.sites.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <Chip
        pressed={filters.nearMissOnly}
        onClick={() => filters.setNearMissOnly(!filters.nearMissOnly)}
      >
        {t('nearMissOnly')}
      </Chip>
      <ul className={styles.ways}>
        <li>
          <Link to={paths.analyses()}>{t('toAnalyses')}</Link>
        </li>
        <li>
          <Link to={paths.channels()}>{t('toChannels')}</Link>
        </li>
        <li>
          <Link to={paths.eventNumbers()}>{t('toNumbers')}</Link>
        </li>
      </ul>
      <CalendarButton rows={ofSite} />
      {shown.length === 0 ? <EmptyState text={t(empty)} /> : null}
      <ul aria-label={t('list')}>
        {shown.map((row) => (
          <li key={row.event.id}>
            <EventListRow
              row={row}
              search={filters.search}
              isOpen={row.event.id === openId}
              showsSite={events.sites.length > 1}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
