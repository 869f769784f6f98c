import type { Form } from '#domain/form/form.ts'
import { fitsPublication, withoutCarried } from '#domain/grid/grid-size.ts'
import type { Json } from '#domain/shared/json.ts'
import { hasAnswers } from '#interchange/has/has-grid-to-form.ts'
import {
  fileTooLarge,
  type ImportFormat,
  importForm,
  MOST_FILE_BYTES,
} from '#interchange/import-form.ts'
import type { JsonRecord } from '#interchange/is-record.ts'
import { type LossReport, lossReport } from '#interchange/loss-report.ts'
import type { Notes } from '#interchange/notes.ts'

/** What a file turned out to hold: plain data, for it comes from a worker. */
export interface FormFile {
  readonly format: ImportFormat
  /** Undefined when nothing could be kept: the report then says why. */
  readonly form: Form | undefined
  readonly report: LossReport
  /** Ratings already in a HAS or Synaé file, by question. */
  readonly answers: ReadonlyMap<string, Json>
  readonly comments: ReadonlyMap<string, string>
  /** A QuestionnaireResponse, to be read with the grid it answers. */
  readonly response?: JsonRecord | undefined
}

/** Reads a file chosen by a person. A bad one ends in a report, never in an error. */
export async function readFormFile(file: Blob): Promise<FormFile> {
  // Looked at before a byte is read: a film picked by mistake must not fill the memory.
  const { format, form, notes, response } =
    file.size > MOST_FILE_BYTES
      ? fileTooLarge(file.size)
      : importForm(new Uint8Array(await file.arrayBuffer()))
  const found = form && format === 'has' ? hasAnswers(form, notes) : NO_ANSWERS
  const kept = form && fitted(form, notes)
  return {
    format,
    form: kept,
    report: lossReport(kept, notes, { from: format, to: 'escale' }),
    ...found,
    response,
  }
}

const NO_ANSWERS = { answers: new Map<string, Json>(), comments: new Map<string, string>() }

function fitted(form: Form, notes: Notes): Form | undefined {
  if (fitsPublication(form)) return form
  const bare = withoutCarried(form)
  if (fitsPublication(bare)) {
    notes.add('lost', 'aside-too-large', { file: true })
    return bare
  }
  notes.add('lost', 'too-large-for-a-grid', { file: true })
  return undefined
}
