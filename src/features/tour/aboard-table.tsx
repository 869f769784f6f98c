import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { aboardOf } from './aboard.ts'
import type { HomeView } from './home-view.ts'

/** What the device holds, home by home. */
export function AboardTable({ homes }: { homes: readonly HomeView[] }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const number = (count: number) => formatNumber(count, language)
  return (
    <DataTable
      caption={t('aboardNote')}
      columns={[
        { key: 'site', label: t('columnSite') },
        { key: 'audits', label: t('columnAudits'), align: 'end' },
        { key: 'epps', label: t('columnEpps'), align: 'end' },
        { key: 'tracers', label: t('columnTracers'), align: 'end' },
        { key: 'actions', label: t('columnActions'), align: 'end' },
        { key: 'events', label: t('columnEvents'), align: 'end' },
        { key: 'photos', label: t('columnPhotos'), align: 'end' },
      ]}
      rows={homes.map((home) => {
        const aboard = aboardOf(home)
        const noEvents = !home.site.sharesEvents && aboard.events === 0
        return {
          id: home.site.id,
          cells: {
            site: <Link to={paths.site(home.site.id)}>{home.site.name}</Link>,
            audits: number(aboard.audits),
            epps: number(aboard.epps),
            tracers: number(aboard.tracers),
            actions: number(aboard.actions),
            events: noEvents ? t('notShared') : number(aboard.events),
            photos: number(aboard.photos),
          },
        }
      })}
    />
  )
}
