import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { DateField } from '#ui/date-field.tsx'
import { reportFailure } from '#ui/notices.ts'
import { TextField } from '#ui/text-field.tsx'
import styles from './clocks.module.css'

/** When the home knew: the delays of the law run from there. */
export function DiscoveryFields({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('event-clocks')
  const { writer } = useWorkspace()
  const today = useToday()
  const set = (field: string) => (value: string) =>
    reportFailure(writer.set(event.id, { [field]: value || null }))
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{t('discovery')}</legend>
      <p className="soft small">{t('discoveryHint')}</p>
      <div className={styles.pair}>
        <DateField
          label={t('discoveredOn')}
          value={event.discoveredOn ?? ''}
          max={today}
          onChange={set('discoveredOn')}
        />
        <TextField
          label={t('discoveredAt')}
          type="time"
          value={event.discoveredAt}
          onChange={set('discoveredAt')}
        />
      </div>
    </fieldset>
  )
}
