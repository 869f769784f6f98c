import { RotateCcw, ScanLine } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Handover } from '#data/bundle/handover.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { Notice, type NoticeTone } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import type { fr } from '../fr.ts'
import { useHandover } from '../use-handover.ts'
import { ScanProgress } from './scan-progress.tsx'
import styles from './scan-screen.module.css'
import { type ScanView, useScan } from './use-scan.ts'
import type { CameraFault } from './watch-codes.ts'

const FAULT_WORDS: Record<CameraFault, keyof typeof fr> = {
  refused: 'cameraRefused',
  none: 'cameraNone',
  reader: 'readerFailed',
}
const END_WORDS: Record<
  Exclude<ScanView['kind'], 'scanning' | 'no-camera'>,
  readonly [NoticeTone, keyof typeof fr]
> = {
  kept: ['ok', 'scanKept'],
  already: ['neutral', 'scanAlready'],
  broken: ['watch', 'scanBroken'],
  disk: ['alert', 'outReadFailed'],
}

/** The tablet's camera before a ward phone: collects its codes, keeps the envelope, reads nothing. */
export function ScanScreen() {
  const { t } = useTranslation('handover')
  const opened = useHandover()
  return (
    <Page title={t('scanTitle')} lead={t('scanLead')}>
      {opened.kind === 'ready' && <Scan handover={opened.handover} />}
      {opened.kind === 'failed' && (
        <Notice
          tone="alert"
          title={t('openFailed')}
          action={<Button onClick={opened.retry}>{t('tryAgain')}</Button>}
        />
      )}
    </Page>
  )
}

function Scan({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('handover')
  const video = useRef<HTMLVideoElement>(null)
  const { view, restart } = useScan(handover, video)
  const isScanning = view.kind === 'scanning'
  return (
    <>
      <video
        ref={video}
        className={styles.video}
        hidden={!isScanning}
        aria-label={t('cameraView')}
        muted
        playsInline
      />
      <div aria-live="polite" className={styles.news}>
        {isScanning && <ScanProgress set={view.set} sawOther={view.sawOther} />}
        {view.kind === 'no-camera' && <Notice tone="watch" title={t(FAULT_WORDS[view.fault])} />}
        {view.kind !== 'scanning' && view.kind !== 'no-camera' && (
          <Notice tone={END_WORDS[view.kind][0]} title={t(END_WORDS[view.kind][1])}>
            {view.kind === 'kept' && t('scanKeptText')}
          </Notice>
        )}
      </div>
      <div className={styles.buttons}>
        <Button icon={isScanning ? RotateCcw : ScanLine} onClick={restart}>
          {t(view.kind === 'kept' || view.kind === 'already' ? 'scanNext' : 'scanRestart')}
        </Button>
        <ButtonLink to={paths.handover()}>{t('scanBack')}</ButtonLink>
      </div>
    </>
  )
}
