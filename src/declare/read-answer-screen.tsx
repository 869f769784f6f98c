import { ArrowLeft, Inbox } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { formatReceipt } from '#domain/adverse-event/receipt.ts'
import { quoted } from '#domain/shared/text.ts'
import type { ReceiptResponse } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Frame } from './frame.tsx'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import styles from './read-answer-screen.module.css'
import { type TextKey, useTexts } from './use-texts.ts'

const DIGITS = 16

const STATUS: Record<ReceiptResponse['status'], TextKey> = {
  declared: 'readStatusDeclared',
  triaged: 'readStatusTriaged',
  analysis: 'readStatusAnalysis',
  answered: 'readStatusAnswered',
  closed: 'readStatusClosed',
}
const FAILURE: Record<Exclude<ReadAnswer['kind'], 'answer'>, TextKey> = {
  unknown: 'readUnknown',
  'too-many': 'readTooMany',
  offline: 'readOffline',
}

/** « J’ai un code » : what became of a declaration, read and forgotten. */
export function ReadAnswerScreen({
  token,
  fetch,
  onBack,
}: {
  token: string
  fetch: typeof globalThis.fetch
  onBack: () => void
}) {
  const { t, language } = useTexts()
  const [typed, setTyped] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [result, setResult] = useState<ReadAnswer>()
  const [isIncomplete, setIncomplete] = useState(false)
  const digits = typed.replace(/\D/g, '')
  const lacking = DIGITS - digits.length

  async function ask(event: FormEvent) {
    event.preventDefault()
    setResult(undefined)
    setIncomplete(lacking !== 0)
    if (lacking !== 0) return
    setAsking(true)
    setResult(await readAnswer(digits, token, fetch))
    setAsking(false)
  }

  return (
    <Frame
      title={t('readTitle')}
      lead={t('readLead')}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button tone="primary" icon={Inbox} type="submit" form="read" disabled={isAsking}>
            {t('readAsk')}
          </Button>
        </>
      }
    >
      <form id="read" className={styles.ask} onSubmit={ask}>
        <label>
          {t('readCode')}
          <input
            value={formatReceipt(digits)}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={isIncomplete}
            onChange={({ target }) => {
              setTyped(target.value)
              setIncomplete(false)
            }}
          />
        </label>
      </form>
      <div role="status" className={styles.result}>
        {isIncomplete ? (
          <Notice tone="watch">
            {t(lacking > 0 ? 'readCodeShort' : 'readCodeLong', { count: Math.abs(lacking) })}
          </Notice>
        ) : null}
        {result && result.kind !== 'answer' ? (
          <Notice tone="watch">{t(FAILURE[result.kind])}</Notice>
        ) : null}
        {result?.kind === 'answer' ? (
          <>
            <p className={styles.status}>{t(STATUS[result.status])}</p>
            {result.answer ? (
              <section aria-label={t('readAnswer')} className={styles.answer}>
                <h2>{t('readAnswer')}</h2>
                <p>{quoted(result.answer, language)}</p>
              </section>
            ) : (
              <p className={styles.none}>{t('readNoAnswer')}</p>
            )}
          </>
        ) : null}
      </div>
    </Frame>
  )
}
