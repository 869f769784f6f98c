import { Check, CircleCheck, CloudOff, Copy, Printer, QrCode } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ANSWER_TARGET_DAYS } from '#domain/adverse-event/event-due.ts'
import { formatReceipt } from '#domain/adverse-event/receipt.ts'
import { addDays, dayAt } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { formatDay } from '#ui/format.ts'
import { Frame } from './frame.tsx'
import styles from './receipt-screen.module.css'
import { useTexts } from './use-texts.ts'

/**
 * The code, shown once. It is on this screen and nowhere on the phone: leaving the page by
 * accident asks first.
 */
export function ReceiptScreen({
  code,
  isReceived,
  onHandOver,
  now,
  timeZone,
  onNoted,
}: {
  code: string
  isReceived: boolean
  /** Shows the sealed envelope to a tablet; offered while the server has not said « reçu ». */
  onHandOver: () => void
  now: number
  timeZone: string
  onNoted: () => Promise<void>
}) {
  const { t, language } = useTexts()
  const [isCopied, setCopied] = useState(false)
  const spaced = formatReceipt(code)
  const answerBy = formatDay(addDays(dayAt(now, timeZone), ANSWER_TARGET_DAYS), language, 'weekday')

  useEffect(() => {
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', askFirst)
    return () => window.removeEventListener('beforeunload', askFirst)
  }, [])

  return (
    <Frame
      title={t('doneTitle')}
      foot={
        <Button
          tone="primary"
          icon={Check}
          wide
          onClick={() => {
            onNoted().catch(() => undefined) // sealing already erased the words; only the screen is left
          }}
        >
          {t('codeNoted')}
        </Button>
      }
    >
      <p role="status" className={isReceived ? styles.received : styles.kept}>
        {isReceived ? <CircleCheck /> : <CloudOff />}
        <span>{t(isReceived ? 'doneReceived' : 'doneKept')}</span>
      </p>
      {!isReceived && (
        <Button icon={QrCode} wide onClick={onHandOver}>
          {t('handOver')}
        </Button>
      )}
      <section className={styles.code} aria-label={t('codeTitle')}>
        <h2>{t('codeTitle')}</h2>
        <p className={styles.digits}>
          {spaced.split(' ').map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may hold the same digits.
            <span key={index}>{group} </span>
          ))}
        </p>
        <div className={styles.keep}>
          <Button
            icon={isCopied ? Check : Copy}
            onClick={() => {
              navigator.clipboard.writeText(spaced).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }}
          >
            {t(isCopied ? 'codeCopied' : 'codeCopy')}
          </Button>
          <Button icon={Printer} onClick={() => window.print()}>
            {t('codePrint')}
          </Button>
        </div>
      </section>
      <ol className={styles.next}>
        <li data-state="done">
          <b>{t('nextSealed')}</b>
          {t(isReceived ? 'nextSealedReceived' : 'nextSealedWaiting')}
        </li>
        <li>
          <b>{t('nextAnswer')}</b>
          {t('nextAnswerBy', { day: answerBy })}
        </li>
        <li>
          <b>{t('nextChange')}</b>
          {t('nextChangeHelp')}
        </li>
      </ol>
      <p className={styles.once}>{t('codeOnce')}</p>
    </Frame>
  )
}
