import { plainFileName } from '#domain/shared/plain-file-name.ts'
import type { Language } from '#domain/shared/text.ts'
import { frenchCsv, openDataCsv } from '../answers/french-csv.ts'
import { tableSheet } from '../answers/table-sheet.ts'
import { writeWorkbook } from '../workbook/write-workbook.ts'
import { eventTable, type PlacedEvent } from './event-table.ts'
import { fhirAdverseEvents } from './fhir-adverse-events.ts'

export type EventsFormat = 'xlsx' | 'csv' | 'fhir'

/** A file of events, made on the device: what `event-table.ts` and `fhir-adverse-events.ts` let out. */
export async function eventsFile(
  format: EventsFormat,
  rows: readonly PlacedEvent[],
  { language, place }: { readonly language: Language; readonly place: string },
): Promise<{ readonly blob: Blob; readonly name: string }> {
  const title = language === 'fr' ? 'Événements' : 'Events'
  const name = (extension: string) => plainFileName([title, place], extension)
  switch (format) {
    case 'csv': {
      const table = eventTable(rows, language)
      const csv = language === 'fr' ? frenchCsv(table) : openDataCsv(table)
      return { blob: new Blob([csv], { type: 'text/csv;charset=utf-8' }), name: name('csv') }
    }
    case 'xlsx': {
      const sheet = tableSheet(title, eventTable(rows, language))
      return { blob: await writeWorkbook([sheet]), name: name('xlsx') }
    }
    case 'fhir': {
      const bundle = fhirAdverseEvents(rows, () => crypto.randomUUID())
      const json = JSON.stringify(bundle, null, 2)
      return { blob: new Blob([json], { type: 'application/fhir+json' }), name: name('json') }
    }
  }
}
