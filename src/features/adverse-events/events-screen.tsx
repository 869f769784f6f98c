import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useText } from '#ui/i18n.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { EventBoard } from './event-board.tsx'
import { canReadEvents } from './event-rights.ts'
import { EventSheet } from './event-sheet.tsx'
import styles from './events.module.css'
import { ReceiptsScreen } from './receipts-screen.tsx'
import { useEventFilters, useEvents } from './use-events.ts'

/**
 * The board and, beside it in the office or in its place on a small screen, one event. One screen
 * for both addresses: the list keeps its scroll while one reads event after event.
 */
export function EventsScreen() {
  const { t } = useTranslation('events')
  const text = useText()
  const { profile } = useWorkspace()
  const { complete } = useSyncStatus()
  const { id } = useParams()
  const events = useEvents()
  const open = events.rows.find(({ event }) => event.id === id)
  const filters = useEventFilters(open?.event.status ?? 'declared')
  const { role } = profile.person

  if (role === 'declarant') return <ReceiptsScreen />
  if (!canReadEvents(role)) {
    return (
      <Page title={t('title')}>
        <EmptyState text={t('noAccess')} />
        <ul className={styles.ways}>
          <li>
            <Link to={paths.scales()}>{t('scales')}</Link>
          </li>
          <li>
            <Link to={paths.eventNumbers()}>{t('toNumbers')}</Link>
          </li>
          <li>
            <Link to={paths.channels()}>{t('toChannels')}</Link>
          </li>
        </ul>
      </Page>
    )
  }
  if (events.rows.length === 0 && !id) {
    return (
      <Page title={t('title')}>
        {complete ? <EmptyState text={t('notShared')} /> : <Loading label={t('loading')} />}
      </Page>
    )
  }
  if (!id) {
    return (
      <Page title={t('title')}>
        <div className={styles.split}>
          <EventBoard events={events} filters={filters} openId={undefined} />
          <div className={styles.choose}>
            <p>{t('choose')}</p>
            <ButtonLink to={paths.eventReturn()}>{t('toReturn')}</ButtonLink>
            <ButtonLink to={paths.eventNumbers()}>{t('toNumbers')}</ButtonLink>
          </div>
        </div>
      </Page>
    )
  }
  const back = { to: `${paths.events()}${filters.search}`, label: t('back') }
  if (!open) {
    return (
      <Page title={t('missing')} back={back}>
        <EmptyState text={t('missingHelp')} />
      </Page>
    )
  }
  return (
    <Page title={text(FAMILY_TEXTS[open.event.family])} back={back}>
      <div className={styles.split}>
        <div className={styles.beside}>
          <EventBoard events={events} filters={filters} openId={id} />
        </div>
        <EventSheet key={id} row={open} />
      </div>
    </Page>
  )
}
