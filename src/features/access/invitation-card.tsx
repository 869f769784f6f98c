import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { QrCode } from '#ui/qr-code.tsx'
import styles from './access.module.css'
import { joinLink, showCode } from './code.ts'

interface InvitationCardProps {
  readonly name: string
  readonly code: string
  /** « jusqu’à 14:32 », when known. */
  readonly until?: string | undefined
}

/** The list one pressed may be long: the code comes into view, and is the next thing read aloud. */
function takeFocus(card: HTMLElement | null): void {
  card?.focus()
}

/** A single-use code, to dictate, to scan or to send. */
export function InvitationCard({ name, code, until }: InvitationCardProps) {
  const { t } = useTranslation('access')
  const [isCopied, setIsCopied] = useState(false)
  const link = joinLink(code)

  async function copy() {
    await navigator.clipboard.writeText(link)
    setIsCopied(true)
  }

  return (
    <div className={styles.invitation} ref={takeFocus} tabIndex={-1}>
      <QrCode text={link} label={t('codeOf', { name })} />
      <div>
        <p>{t('codeFor', { name })}</p>
        <p className={styles.code}>{showCode(code)}</p>
        <p>{until ? t('codeUntil', { until }) : t('codeOnce')}</p>
        <p className={styles.link}>{link}</p>
        <div>
          <Button icon={Copy} onClick={() => reportFailure(copy())}>
            {t(isCopied ? 'copied' : 'copyLink')}
          </Button>
        </div>
      </div>
    </div>
  )
}
