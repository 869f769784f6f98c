import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { READING_IDS, READINGS, readingText } from '#domain/adverse-event/channels/readings.ts'
import { recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import styles from './clocks.module.css'
import { useReadings } from './use-clocks.ts'

/** Where the texts leave two readings: which one the dispositif took, for all its homes. */
export function ReadingsSection() {
  const { t } = useTranslation('event-clocks')
  const text = useText()
  const readings = useReadings()
  const { profile, mayWrite, writer } = useWorkspace()
  const { id } = profile.dispositif
  const editable = mayWrite(bucketId(id, 'config'))
  return (
    <Section title={t('readings')}>
      <div className={styles.stack}>
        <p className="soft">{t('readingsLead')}</p>
        {READING_IDS.map((reading) =>
          editable ? (
            <SelectField
              key={reading}
              label={text(READINGS[reading].title)}
              value={readings[reading]}
              onChange={(option) =>
                reportFailure(writer.set(recordId(id), { [`readings.${reading}`]: option }))
              }
              options={Object.keys(READINGS[reading].options).map((option) => ({
                value: option,
                label: text(readingText(reading, option)),
              }))}
            />
          ) : (
            <p key={reading}>
              {text(READINGS[reading].title)} : {text(readingText(reading, readings[reading]))}
            </p>
          ),
        )}
      </div>
    </Section>
  )
}
