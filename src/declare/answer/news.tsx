import { quoted } from '#domain/shared/text.ts'
import type { ReceiptNews } from '#protocol/answer-seal.ts'
import { dayWords } from '../day-words.ts'
import type { Phone } from '../phone.ts'
import { AddWords } from './add-words.tsx'
import styles from './answer.module.css'
import { type AnswerKey, useAnswerTexts } from './use-answer-texts.ts'
import type { Wall } from './wall.ts'

const STATUS: Record<ReceiptNews['status'], AnswerKey> = {
  declared: 'statusDeclared',
  triaged: 'statusTriaged',
  analysis: 'statusAnalysis',
  answered: 'statusAnswered',
  closed: 'statusClosed',
}

/** What the code opens: the state, the answer, what changed, the dialogue, and room to add. */
export function News({
  news,
  phone,
  wall,
  receipt,
}: {
  news: ReceiptNews
  phone: Phone
  wall: Wall
  receipt: string
}) {
  const { t, language } = useAnswerTexts()
  const day = (on: string) => dayWords(on, language)
  return (
    <>
      <p className={styles.status}>{t(STATUS[news.status])}</p>
      <p className={styles.none}>{t('received', { day: day(news.receivedOn) })}</p>
      {news.answer ? (
        <section aria-label={t('answer')} className={styles.answer}>
          <h2>{t('answer')}</h2>
          <p>{quoted(news.answer, language)}</p>
        </section>
      ) : (
        <p className={styles.none}>{t('noAnswer')}</p>
      )}
      {news.changed ? (
        <section aria-label={t('changed')} className={styles.answer}>
          <h2>{t('changed')}</h2>
          <p>{quoted(news.changed, language)}</p>
        </section>
      ) : null}
      {news.exchanges.length > 0 ? (
        <section aria-label={t('dialogue')} className={styles.answer}>
          <h2>{t('dialogue')}</h2>
          <ol className={styles.dialogue}>
            {news.exchanges.map(({ from, id, words, on, isAwaited }) => (
              <li key={`${from}-${id}`} data-from={from}>
                <b>{t(from === 'home' ? 'home' : 'you', { day: day(on) })}</b>
                <p>{quoted(words, language)}</p>
                {isAwaited ? (
                  <>
                    <p className={styles.awaited}>{t('awaited')}</p>
                    <AddWords phone={phone} wall={wall} receipt={receipt} question={id} />
                  </>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section aria-label={t('add')} className={styles.answer}>
        <AddWords phone={phone} wall={wall} receipt={receipt} />
      </section>
    </>
  )
}
