import { QrCode, RefreshCw } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Frame } from './frame.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import styles from './no-place-screen.module.css'
import { type TextKey, useTexts } from './use-texts.ts'

export type NoPlaceReason =
  | 'never-scanned'
  | 'needs-network'
  | 'refused'
  | 'no-storage'
  | 'not-secure'

const TITLE: Record<NoPlaceReason, TextKey> = {
  'never-scanned': 'placeTitle',
  'needs-network': 'placeTitle',
  refused: 'placeTitle',
  'no-storage': 'noStorageTitle',
  'not-secure': 'notSecureTitle',
}
const WORDS: Record<NoPlaceReason, TextKey> = {
  'never-scanned': 'placeNever',
  'needs-network': 'placeNetwork',
  refused: 'placeRefused',
  'no-storage': 'noStorage',
  'not-secure': 'notSecure',
}

/** Nothing can be declared from here: says why before the first keystroke, and who to call anyway. */
export function NoPlaceScreen({
  reason,
  onRetry,
}: {
  reason: NoPlaceReason
  onRetry?: () => void
}) {
  const { t } = useTexts()
  return (
    <Frame
      title={t(TITLE[reason])}
      lead={t(WORDS[reason])}
      top={
        <div className={styles.top}>
          <LanguageSwitch />
        </div>
      }
      foot={
        reason === 'needs-network' && onRetry ? (
          <Button tone="primary" icon={RefreshCw} wide onClick={onRetry}>
            {t('placeRetry')}
          </Button>
        ) : null
      }
    >
      <QrCode className={styles.drawing} aria-hidden="true" />
      <Notice tone="alert">
        <a href="tel:15">{t('placeUrgent')}</a>
      </Notice>
    </Frame>
  )
}
