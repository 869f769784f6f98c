import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useRecord, useToday, useWorkspace } from '#data/stores-context.ts'
import { readSite } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import styles from './home.module.css'
import { SiteActions } from './site-actions.tsx'
import { SiteEvents } from './site-events.tsx'
import { SiteIdentity } from './site-identity.tsx'
import { SiteRounds } from './site-rounds.tsx'
import { SiteVisits } from './site-visits.tsx'
import { useHomes } from './use-homes.ts'
import './inner/texts.ts'

/** A home over time: who it is, its rounds, its actions, its events, the visits. */
export function SiteScreen() {
  const { t } = useTranslation('tour')
  const { id = '' } = useParams()
  const { role } = useWorkspace().profile.person
  const record = useRecord(id)
  const homes = useHomes()
  const today = useToday()
  const back = { to: paths.home(), label: role === 'officer' ? t('tourTitle') : t('backHome') }

  if (record.kind === 'missing' || record.snapshot.type !== 'site') {
    return (
      <Page title={t('unknownSite')} back={back}>
        <EmptyState text={t('unknownSiteHelp')} />
      </Page>
    )
  }
  const site = readSite(record.snapshot.id, record.snapshot.fields)
  const home = homes.find((view) => view.site.id === site.id)
  const figuresOnly = role === 'porteur' || role === 'declarant'

  return (
    <Page title={site.name} width="reading" back={back}>
      <SiteIdentity site={site} />
      {!home || figuresOnly ? (
        role === 'porteur' && <Notice>{t('siteFiguresOnly')}</Notice>
      ) : (
        <div className={styles.home}>
          <Section title={t('siteRounds')}>
            <SiteRounds fillings={home.fillings} />
          </Section>
          <Section title={t('siteActions')}>
            <SiteActions actions={home.actions} site={site} today={today} />
          </Section>
          <Section title={t('siteEvents')}>
            {role === 'officer' && !site.sharesEvents ? (
              <p className={styles.quiet}>{t('siteEventsNotShared')}</p>
            ) : (
              <SiteEvents site={site.id} events={home.events} />
            )}
          </Section>
          <Section title={t('siteVisits')}>
            <SiteVisits visits={home.visits} today={today} />
          </Section>
        </div>
      )}
    </Page>
  )
}
