import { Handshake, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import type { SyncStatus } from '#data/workspace.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { DataPath } from './data-path.tsx'
import { DeviceList } from './device-list.tsx'
import { ExportButton } from './export-button.tsx'
import { NoteList } from './note-list.tsx'
import { PhotoJourney } from './photo-journey.tsx'
import styles from './sync.module.css'
import { WaitingList } from './waiting-list.tsx'

/** Below it a clock is right enough: stamps of a round trip differ by more on a poor link. */
const CLOCK_TOLERANCE_MS = 120_000

/** Where the data is. « Reçu » is said by the server alone, record by record. */
export function SyncScreen() {
  const { t } = useTranslation('sync')
  const { sync } = useWorkspace()
  const status = useSyncStatus()
  const {
    waiting,
    setAside,
    holes,
    awaited,
    notes,
    round,
    complete,
    lastContactAt,
    clockOffsetMs,
  } = status
  const toReview = status.toSettle + setAside.length
  const count = waiting.reduce((sum, item) => sum + item.operations + item.photos, 0)
  const isRunning = round.kind === 'running'

  return (
    <Page
      title={t('title')}
      lead={t(leadKey(status, count), { count })}
      dock={
        <Button
          tone="primary"
          size="big"
          icon={RefreshCw}
          disabled={isRunning}
          onClick={() => reportFailure(sync.now())}
        >
          {t(isRunning ? 'trying' : 'tryNow')}
        </Button>
      }
    >
      <DataPath status={status} count={count} />
      {toReview > 0 && (
        <Notice
          tone="watch"
          title={t('toReview', { count: toReview })}
          action={<ButtonLink to={paths.review()}>{t('openReview')}</ButtonLink>}
        />
      )}
      {lastContactAt !== undefined && !complete && (
        <Notice tone="watch" title={t('notComplete')}>
          {t('notCompleteText')}
        </Notice>
      )}
      {holes.length > 0 && (
        <Notice tone="alert" title={t('holes', { count: holes.length })}>
          {t('holesText', { numbers: holes.join(', ') })}
        </Notice>
      )}
      {awaited.length > 0 && (
        <Notice tone="watch" title={t('awaited', { count: awaited.length })}>
          {t('awaitedText')}
        </Notice>
      )}
      {Math.abs(clockOffsetMs) > CLOCK_TOLERANCE_MS && (
        <Notice tone="watch" title={t('clock')}>
          {t('clockText', { minutes: Math.round(Math.abs(clockOffsetMs) / 60_000) })}
        </Notice>
      )}
      {notes.length > 0 && <NoteList notes={notes} />}
      <Section title={t('waiting')} note={waiting.length > 0 ? t('waitingNote') : undefined}>
        {waiting.length > 0 ? (
          <WaitingList waiting={waiting} />
        ) : (
          <EmptyState text={t('nothingWaits')} />
        )}
      </Section>
      <PhotoJourney status={status} />
      <Section title={t('handover')}>
        <p className="measure">{t('handoverText')}</p>
        <div className={styles.handover}>
          <ButtonLink to={paths.handover()} icon={Handshake}>
            {t('handoverOpen')}
          </ButtonLink>
          {waiting.length > 0 && <ExportButton />}
        </div>
      </Section>
      <DeviceList />
    </Page>
  )
}

/** The sentence of the page; « tout est reçu » only when the status says so. */
function leadKey({ allSent, setAside, holes, toSettle }: SyncStatus, count: number) {
  if (count > 0) return 'leadWaiting'
  if (setAside.length + holes.length + toSettle > 0) return 'leadReview'
  return allSent ? 'leadAllSent' : 'leadUnknown'
}
