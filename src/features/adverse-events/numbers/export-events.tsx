import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Site } from '#domain/site/site.ts'
import type { EventsFormat } from '#interchange/events/events-file.ts'
import { ExportButton } from '#ui/form/export-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import styles from './numbers.module.css'

const FORMATS: readonly EventsFormat[] = ['xlsx', 'csv', 'fhir']

/** The events of a home as files, without account nor name; nothing that would tell who is anonymous. */
export function ExportEvents({ site }: { readonly site: Site }) {
  const { t } = useTranslation('event-numbers')
  const language = useLanguage()
  const records = useRecords('adverse-event', site.id)
  const make = async (format: EventsFormat) => {
    const { eventsFile } = await import('#interchange/events/events-file.ts')
    const rows = records
      .map(({ id, scope, fields }) => readAdverseEvent(id, scope, fields))
      .map((event) => ({
        event,
        home: site.name,
        unit: site.units.find(({ id }) => id === event.unit)?.name ?? '',
      }))
    return eventsFile(format, rows, { language, place: site.name })
  }
  return (
    <Section title={t('exports')}>
      <div className={styles.stack}>
        <p className="soft small">{t('exportsLead')}</p>
        <div>
          <ExportButton
            subjects={[{ id: site.id, label: site.name, formats: FORMATS }]}
            make={make}
          />
        </div>
      </div>
    </Section>
  )
}
