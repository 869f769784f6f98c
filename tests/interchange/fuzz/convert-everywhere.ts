import { exportFile, exportForm } from '#interchange/export-form.ts'
import { importForm } from '#interchange/import-form.ts'
import { lossReport } from '#interchange/loss-report.ts'

/** Imports a file and sends what was kept to every format; true when something was kept. */
export async function convertEverywhere(bytes: Uint8Array): Promise<boolean> {
  const { form, format, notes } = importForm(bytes)
  if (form) {
    exportForm(form, 'escale', notes)
    exportForm(form, 'fhir', notes)
    await (await exportFile(form, 'xlsform', notes)).arrayBuffer()
  }
  const { outcome, notes: said } = lossReport(form, notes, { from: format, to: 'fhir' })
  if (outcome === 'nothing-kept' && said.length === 0) throw new Error('a loss nobody is told')
  return form !== undefined
}
