import { Send } from 'lucide-react'
import { useId, useState, useSyncExternalStore } from 'react'
import type { Addition } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { PersonalDataWarning } from '../personal-data-warning.tsx'
import type { Phone } from '../phone.ts'
import { seal } from '../seal.ts'
import styles from './answer.module.css'
import { useAnswerTexts } from './use-answer-texts.ts'
import type { Wall } from './wall.ts'

type Sent = { readonly kind: 'sealed'; readonly envelope: string } | { readonly kind: 'failed' }

/**
 * Words for the home, in answer to a question or by themselves. Sealed at once, as a declaration is:
 * they leave the screen for an envelope, which waits for the network if it must.
 */
export function AddWords({
  phone,
  wall,
  receipt,
  question,
}: {
  phone: Phone
  wall: Wall
  receipt: string
  question?: string | undefined
}) {
  const { t } = useAnswerTexts()
  const help = useId()
  const outbox = useSyncExternalStore(phone.outbox.subscribe, phone.outbox.state)
  const [words, setWords] = useState('')
  const [isSealing, setSealing] = useState(false)
  const [sent, setSent] = useState<Sent>()

  async function send() {
    setSealing(true)
    const content: Addition = { receipt, words: words.trim(), ...(question && { question }) }
    try {
      const envelope = await seal(content, wall.place.key, phone.randomUUID())
      await phone.store.keepWaiting({ token: wall.token, envelope })
      setWords('')
      setSent({ kind: 'sealed', envelope: envelope.id })
      phone.outbox.send().catch(() => undefined) // its state says what happened
    } catch {
      setSent({ kind: 'failed' })
    } finally {
      setSealing(false)
    }
  }

  return (
    <div className={styles.add}>
      <label>
        {t(question ? 'reply' : 'add')}
        <textarea
          rows={3}
          autoComplete="off"
          maxLength={4000}
          value={words}
          aria-describedby={help}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <PersonalDataWarning words={words} onReplace={setWords} />
      <p id={help} className={styles.none}>
        {t('addHelp')}
      </p>
      <Button icon={Send} wide disabled={words.trim() === '' || isSealing} onClick={send}>
        {t('send')}
      </Button>
      <div role="status">
        {sent?.kind === 'sealed' ? (
          <p className={styles.sent}>{t(outbox.received.has(sent.envelope) ? 'sent' : 'sealed')}</p>
        ) : null}
        {sent?.kind === 'failed' ? <Notice tone="alert">{t('sendFailed')}</Notice> : null}
      </div>
    </div>
  )
}
