import type { Form } from '#domain/form/form.ts'
import { readFormFile } from '#features/grids/import/read-form-file.ts'
import { exportFile, exportForm } from '#interchange/export-form.ts'
import { readSaidApart } from '#interchange/fhir/read-said-apart.ts'
import { responseToAnswers } from '#interchange/fhir/response-to-answers.ts'
import { formToSynae } from '#interchange/has/form-to-synae.ts'
import { importForm } from '#interchange/import-form.ts'
import { Notes } from '#interchange/notes.ts'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { sampleBytes } from '../read-sample.ts'

let visit: Form | undefined

/** Reads a file as the screen does and sends what was kept to every format; true when something was kept. */
export async function convertEverywhere(bytes: Uint8Array): Promise<boolean> {
  const { form, report, response, answers, comments } = await readFormFile(
    new Blob([new Uint8Array(bytes)]),
  )
  if (form) {
    const notes = new Notes()
    exportForm(form, 'escale', notes)
    exportForm(form, 'fhir', notes)
    await (await exportFile(form, 'xlsform', notes)).arrayBuffer()
    await (await writeWorkbook(formToSynae(form, { answers, comments }))).arrayBuffer()
  }
  if (response) {
    visit ??= importForm(sampleBytes('visit.json')).form
    if (visit) {
      responseToAnswers(visit, response, new Notes())
      readSaidApart(visit, response, new Notes()).fields('')
    }
  }
  if (report.outcome === 'nothing-kept' && report.notes.length === 0) {
    throw new Error('a loss nobody is told')
  }
  return form !== undefined || response !== undefined
}
