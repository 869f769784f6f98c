import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { EVENT_STATUS_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { parseDay } from '#domain/shared/day.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import styles from './home.module.css'

/** What this device may know of its own declarations. */
export function ReceiptList() {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()
  const receipts = useRecords('receipt')
  if (receipts.length === 0) return <p className={styles.quiet}>{t('receiptsEmpty')}</p>
  const sorted = [...receipts].sort((a, b) =>
    textField(b.fields, 'receivedOn').localeCompare(textField(a.fields, 'receivedOn')),
  )
  return (
    <ul className={styles.receipts}>
      {sorted.map(({ id, fields }) => {
        const receivedOn = parseDay(textField(fields, 'receivedOn'))
        const answer = textField(fields, 'answer')
        const status = codeField(fields, 'status', EVENT_STATUSES, 'declared')
        return (
          <li key={id}>
            <span>
              <b>{textField(fields, 'reference')}</b>, {text(EVENT_STATUS_TEXTS[status])}
            </span>
            {receivedOn && (
              <span className={styles.quiet}>
                {t('receiptReceived', { day: formatDay(receivedOn, language) })}
              </span>
            )}
            {answer !== '' && <p>{t('receiptAnswer', { answer })}</p>}
          </li>
        )
      })}
    </ul>
  )
}
