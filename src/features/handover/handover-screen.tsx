import { ScanLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Handover } from '#data/bundle/handover.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { CarriedList } from './carried-list.tsx'
import { GiveSection } from './give-section.tsx'
import styles from './handover.module.css'
import { TakeSection } from './take-section.tsx'
import { useHandover } from './use-handover.ts'

/** Meeting someone where there is no network: what leaves by hand, what comes, what is carried. */
export function HandoverScreen() {
  const { t } = useTranslation('handover')
  const view = useHandover()
  return (
    <Page title={t('title')} lead={t('lead')}>
      {view.kind === 'loading' && <p role="status">{t('loading')}</p>}
      {view.kind === 'failed' && (
        <Notice
          tone="alert"
          title={t('openFailed')}
          action={<Button onClick={view.retry}>{t('tryAgain')}</Button>}
        />
      )}
      {view.kind === 'ready' && <Ready handover={view.handover} />}
    </Page>
  )
}

function Ready({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('handover')
  return (
    <>
      <GiveSection handover={handover} />
      <TakeSection handover={handover} />
      <Section title={t('scan')}>
        <p className="measure">{t('scanText')}</p>
        <div className={styles.buttons}>
          <ButtonLink to={paths.handoverScan()} icon={ScanLine}>
            {t('scanOpen')}
          </ButtonLink>
        </div>
      </Section>
      <CarriedList handover={handover} />
    </>
  )
}
