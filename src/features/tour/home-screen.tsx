import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { HomeSummary } from './home-summary.tsx'
import { useHomes } from './use-homes.ts'
import './inner/texts.ts'

/** « Mon établissement », for the direction and the quality lead: one home, sometimes more. */
export function HomeScreen() {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const today = useToday()
  const homes = useHomes()
  const [only, ...others] = homes
  const title = only && others.length === 0 ? only.site.name : t('homeTitle')
  return (
    <Page title={title} lead={formatDay(today, language, 'long')} width="reading">
      {homes.length === 0 && <EmptyState text={t('noSites')} />}
      {homes.map((home) => (
        <HomeSummary key={home.site.id} home={home} today={today} named={homes.length > 1} />
      ))}
    </Page>
  )
}
