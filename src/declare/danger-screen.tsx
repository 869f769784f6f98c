import { CloudUpload, Inbox, QrCode, Scale, Siren, SquarePen, UserX, WifiOff } from 'lucide-react'
import type { IntakePlace } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import styles from './danger-screen.module.css'
import { Frame } from './frame.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { LeftBehind } from './left-behind.tsx'
import type { OutboxState } from './outbox-sender.ts'
import type { DeclarationFlow } from './use-declaration.ts'
import { useTexts } from './use-texts.ts'

/** The first question is about a person, not about a form. */
export function DangerScreen({
  flow,
  place,
  places,
  outbox,
  onHandOver,
}: {
  flow: DeclarationFlow
  place: IntakePlace
  places: ReadonlyMap<string, IntakePlace>
  outbox: OutboxState
  onHandOver: () => void
}) {
  const { t } = useTexts()
  return (
    <Frame
      size="big"
      title={t('dangerTitle')}
      top={
        <div className={styles.where}>
          <p>{t('where', { site: place.siteName, unit: place.unitName })}</p>
          <LanguageSwitch />
        </div>
      }
    >
      <ul className={styles.trust}>
        <li>
          <UserX /> <span>{t('trustName')}</span>
        </li>
        <li>
          <Scale /> <span>{t('trustSanction')}</span>
        </li>
        <li>
          <WifiOff /> <span>{t('trustOffline')}</span>
        </li>
      </ul>
      <div className={styles.answers}>
        {flow.leftBehind ? (
          <LeftBehind
            draft={flow.leftBehind}
            place={places.get(flow.leftBehind.token)}
            onResume={flow.resume}
            onDrop={flow.forget}
          />
        ) : null}
        <button type="button" className={styles.yes} onClick={() => flow.goTo('call')}>
          <Siren />
          <span>
            {t('dangerYes')}
            <small>{t('dangerYesHelp')}</small>
          </span>
        </button>
        <button type="button" className={styles.no} onClick={() => flow.begin()}>
          <SquarePen />
          <span>
            {t('dangerNo')}
            <small>{t('dangerNoHelp')}</small>
          </span>
        </button>
        <Button tone="quiet" icon={Inbox} wide onClick={() => flow.goTo('read')}>
          {t('haveCode')}
        </Button>
        {outbox.waiting > 0 ? (
          <>
            <p className={styles.waiting} role="status">
              <CloudUpload /> <span>{t('waiting', { count: outbox.waiting })}</span>
            </p>
            <Button icon={QrCode} wide onClick={onHandOver}>
              {t('handOver')}
            </Button>
          </>
        ) : null}
        {outbox.refused > 0 ? (
          <Notice tone="watch">{t('refused', { count: outbox.refused })}</Notice>
        ) : null}
      </div>
    </Frame>
  )
}
