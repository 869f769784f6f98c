import type { Form } from '#domain/form/form.ts'
import { formToFhir } from './fhir/form-to-fhir.ts'
import type { Notes } from './notes.ts'
import { formToXlsform } from './xlsform/form-to-xlsform.ts'

export const EXPORT_FORMATS = ['xlsform', 'fhir', 'escale'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A form in a format, as plain data: a workbook's rows, a FHIR resource, or the form itself. */
export function exportForm(form: Form, to: ExportFormat, notes: Notes): object {
  switch (to) {
    case 'xlsform':
      return formToXlsform(form, notes)
    case 'fhir':
      return formToFhir(form, notes)
    case 'escale':
      return { format: 'escale-form', form }
  }
}

/** The file of a form: an XLSX workbook, or JSON. */
export async function exportFile(form: Form, to: ExportFormat, notes: Notes): Promise<Blob> {
  if (to === 'xlsform') {
    const { writeWorkbook } = await import('./workbook/write-workbook.ts')
    return writeWorkbook(formToXlsform(form, notes).sheets)
  }
  const json = JSON.stringify(exportForm(form, to, notes), null, 2)
  return new Blob([json], { type: to === 'fhir' ? 'application/fhir+json' : 'application/json' })
}
