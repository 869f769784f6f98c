import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSyncStatus, useToday, useWorkspace } from '#data/stores-context.ts'
import { GRIDS_BUILT_IN } from '#domain/form/library/grids-built-in.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { AboardTable } from './aboard-table.tsx'
import { DepartureChecks } from './departure-checks.tsx'
import { isReady, readiness } from './readiness.ts'
import { SummaryButton } from './summary-button.tsx'
import { useDeviceState } from './use-device-state.ts'
import { useHomes } from './use-homes.ts'
import './inner/texts.ts'

/** « Préparer la tournée »: receives, then says what is aboard and what is missing. */
export function DepartureScreen() {
  const { t } = useTranslation('tour')
  const { sync } = useWorkspace()
  const status = useSyncStatus()
  const homes = useHomes()
  const today = useToday()
  const device = useDeviceState({ ask: true })
  const checks = readiness(status, device)
  const ready = isReady(checks)
  const running = status.round.kind === 'running'

  useEffect(() => {
    reportFailure(sync.now())
  }, [sync])

  return (
    <Page
      title={t('departTitle')}
      lead={t('departLead')}
      width="reading"
      back={{ to: paths.home(), label: t('tourTitle') }}
      dock={
        <Button
          tone="primary"
          icon={RefreshCw}
          disabled={running}
          onClick={() => reportFailure(sync.now())}
        >
          {t('departAgain')}
        </Button>
      }
    >
      <div aria-live="polite">
        {running && !ready ? (
          <Notice title={t('departRunning')} />
        ) : ready ? (
          <Notice tone="ok" title={t('ready')}>
            {t('departReadyLead')}
          </Notice>
        ) : (
          <Notice tone="watch" title={t('notReady')} />
        )}
      </div>
      <Section title={t('checkTitle')}>
        <DepartureChecks status={status} device={device} checks={checks} />
      </Section>
      <Section title={t('aboardTitle')}>
        <AboardTable homes={homes} />
        <p>{t('gridsAboard', { count: GRIDS_BUILT_IN })}</p>
      </Section>
      <Section title={t('summaryTitle')}>
        <SummaryButton homes={homes} today={today} />
      </Section>
    </Page>
  )
}
