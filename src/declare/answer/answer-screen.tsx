import { ArrowLeft, Inbox } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { formatReceipt } from '#domain/adverse-event/receipt.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Frame } from '../frame.tsx'
import type { Phone } from '../phone.ts'
import { AddWords } from './add-words.tsx'
import styles from './answer.module.css'
import { News } from './news.tsx'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import { type AnswerKey, useAnswerTexts } from './use-answer-texts.ts'
import type { Wall } from './wall.ts'

const DIGITS = 16
/** A phone put down on a table must not keep somebody's answer on its screen. */
const SHOWN_MS = 5 * 60_000

const FAILURE: Record<Exclude<ReadAnswer['kind'], 'news'>, AnswerKey> = {
  unknown: 'unknown',
  'too-many': 'tooMany',
  offline: 'offline',
}

/** « J’ai un code »: what became of a declaration, and what its author adds; read and forgotten. */
export function AnswerScreen({
  wall,
  phone,
  onBack,
}: {
  wall: Wall
  phone: Phone
  onBack: () => void
}) {
  const { t } = useAnswerTexts()
  const [typed, setTyped] = useState('')
  const [isAsking, setAsking] = useState(false)
  const [result, setResult] = useState<ReadAnswer>()
  const [isIncomplete, setIncomplete] = useState(false)
  const digits = typed.replace(/\D/g, '')
  const lacking = DIGITS - digits.length
  useForgetting(onBack)

  async function ask(event: FormEvent) {
    event.preventDefault()
    setResult(undefined)
    setIncomplete(lacking !== 0)
    if (lacking !== 0) return
    setAsking(true)
    setResult(await readAnswer(digits, wall, phone))
    setAsking(false)
  }

  return (
    <Frame
      title={t('title')}
      lead={t('lead')}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button tone="primary" icon={Inbox} type="submit" form="read" disabled={isAsking}>
            {t('ask')}
          </Button>
        </>
      }
    >
      <form id="read" className={styles.ask} onSubmit={ask}>
        <label>
          {t('code')}
          <input
            value={formatReceipt(digits)}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={isIncomplete}
            onChange={({ target }) => {
              setTyped(target.value)
              setResult(undefined)
              setIncomplete(false)
            }}
          />
        </label>
      </form>
      <div role="status" className={styles.result}>
        {isIncomplete ? (
          <Notice tone="watch">
            {t(lacking > 0 ? 'codeShort' : 'codeLong', { count: Math.abs(lacking) })}
          </Notice>
        ) : null}
        {result && result.kind !== 'news' ? (
          <Notice tone="watch">{t(FAILURE[result.kind], { site: wall.place.siteName })}</Notice>
        ) : null}
      </div>
      {result?.kind === 'news' ? (
        <div className={styles.result}>
          <News news={result.news} phone={phone} wall={wall} receipt={digits} />
        </div>
      ) : null}
      {result?.kind === 'offline' ? (
        <div className={styles.result}>
          <p>{t('addOffline')}</p>
          <AddWords phone={phone} wall={wall} receipt={digits} />
        </div>
      ) : null}
    </Frame>
  )
}

/** Leaves the screen when nobody has touched it for a while. */
function useForgetting(onForget: () => void): void {
  const forget = useRef(onForget)
  useEffect(() => {
    forget.current = onForget
  })
  useEffect(() => {
    const wait = () => setTimeout(() => forget.current(), SHOWN_MS)
    let timer = wait()
    const touched = () => {
      clearTimeout(timer)
      timer = wait()
    }
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [])
}
