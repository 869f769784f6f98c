import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { EVENT_STATUSES } from '#domain/adverse-event/adverse-event.ts'
import { EVENT_STATUS_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { parseDay } from '#domain/shared/day.ts'
import { codeField, textField } from '#domain/shared/json.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import styles from './events.module.css'

/** All a declaring person may know: what became of what this device declared. */
export function ReceiptsScreen() {
  const { t } = useTranslation('events')
  const text = useText()
  const language = useLanguage()
  const receipts = [...useRecords('receipt')].sort((a, b) =>
    textField(b.fields, 'receivedOn').localeCompare(textField(a.fields, 'receivedOn')),
  )
  return (
    <Page title={t('receiptsTitle')} lead={t('receiptsLead')} width="reading">
      {receipts.length === 0 ? <EmptyState text={t('receiptsEmpty')} /> : null}
      <ul className={styles.receipts}>
        {receipts.map(({ id, fields }) => {
          const day = parseDay(textField(fields, 'receivedOn'))
          const answer = textField(fields, 'answer')
          const status = codeField(fields, 'status', EVENT_STATUSES, 'declared')
          return (
            <li key={id}>
              <h2>{t('reference', { reference: textField(fields, 'reference') })}</h2>
              <p className="soft small">
                {text(EVENT_STATUS_TEXTS[status])}
                {day ? `, ${t('receiptReceived', { day: formatDay(day, language) })}` : ''}
              </p>
              <p>{answer ? t('receiptAnswer', { answer }) : t('receiptNoAnswer')}</p>
            </li>
          )
        })}
      </ul>
    </Page>
  )
}
