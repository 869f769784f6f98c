import { checkForm } from '#domain/form/check-form.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { decodeText } from './decode-text.ts'
import { chosenResource, resourcesIn } from './fhir/bundle.ts'
import { fhirToForm } from './fhir/fhir-to-form.ts'
import { faultSentence } from './form-fault-words.ts'
import { hasGridToForm, isHasGrid } from './has/has-grid-to-form.ts'
import { isRecord, type JsonRecord } from './is-record.ts'
import { Notes } from './notes.ts'
import { readEscaleForm } from './read-escale-form.ts'
import { readJson } from './read-json.ts'
import { UNREADABLE, type Unreadable, unreadableKind } from './unreadable-file.ts'
import { readWorkbook } from './workbook/read-workbook.ts'
import type { Workbook } from './workbook/workbook.ts'
import { csvWorkbook } from './xlsform/csv-workbook.ts'
import { isXlsform, looksLikeXlsform } from './xlsform/form-sheets.ts'
import { xlsformToForm } from './xlsform/xlsform-to-form.ts'

/** What a file was found to be, whatever its name. */
export type ImportFormat = 'xlsform' | 'fhir' | 'escale' | 'has' | 'response' | 'unknown'

export interface ImportedForm {
  readonly format: ImportFormat
  /** Undefined when nothing could be kept: the notes say why. */
  readonly form: Form | undefined
  readonly notes: Notes
  /** Answers to a form, in place of one: a QuestionnaireResponse as it came. */
  readonly response?: JsonRecord
}

/** Larger files are no form: the largest public ones weigh 2 MB. */
export const MOST_FILE_BYTES = 20_000_000

/** What is said of a file too large to be opened, by its `bytes`. */
export function fileTooLarge(bytes: number): ImportedForm {
  const notes = new Notes()
  const [size, limit] = [megabytes(bytes), megabytes(MOST_FILE_BYTES)]
  notes.add('lost', 'file-too-large', { file: true }, { size, limit })
  return { format: 'unknown', form: undefined, notes }
}

/** What is said when no file is where a program was told to look. */
export function missingFile(): ImportedForm {
  const notes = new Notes()
  return { ...unreadable('missing', notes), notes }
}

/**
 * A form from a file of any known format, told by its content. It never throws and never fails whole
 * for one bad row: what cannot be kept is in the notes, with its place.
 */
export function importForm(bytes: Uint8Array): ImportedForm {
  if (bytes.length > MOST_FILE_BYTES) return fileTooLarge(bytes.length)
  const notes = new Notes()
  const read = isZip(bytes) ? fromXlsx(bytes, notes) : fromText(bytes, notes)
  const { form } = read
  if (!form || allQuestions(form).length === 0) {
    if (notes.all.length === 0) notes.add('lost', 'nothing-kept', { file: true })
    return { ...read, form: undefined, notes }
  }
  for (const fault of checkForm(form)) {
    const { fr, en } = faultSentence(fault)
    notes.add('adapted', 'form-fault', { file: true }, { what: fr, whatEn: en })
  }
  return { ...read, notes }
}

type Read = Omit<ImportedForm, 'notes'>

const NOTHING: Read = { format: 'unknown', form: undefined }

function fromXlsx(bytes: Uint8Array, notes: Notes): Read {
  const workbook = readWorkbook(bytes, notes)
  return workbook.ok ? fromWorkbook(workbook.value, notes) : unreadable(workbook.error, notes)
}

function unreadable(kind: Unreadable, notes: Notes): Read {
  const { fr: why, en: whyEn } = UNREADABLE[kind]
  notes.add('lost', 'unreadable-file', { file: true }, { why, whyEn })
  return NOTHING
}

function fromWorkbook(workbook: Workbook, notes: Notes): Read {
  if (isXlsform(workbook)) return { format: 'xlsform', form: xlsformToForm(workbook, notes) }
  if (isHasGrid(workbook)) return { format: 'has', form: hasGridToForm(workbook, notes) }
  if (looksLikeXlsform(workbook)) return { format: 'xlsform', form: xlsformToForm(workbook, notes) }
  // Of a file cut short, what is missing may be the very sheet.
  if (!notes.all.some(({ code }) => code === 'file-cut')) {
    notes.add('lost', 'no-survey-sheet', { file: true })
  }
  return NOTHING
}

function fromText(bytes: Uint8Array, notes: Notes): Read {
  const text = decodeText(bytes)
  const json = readJson(text)
  if (json.ok && typeof json.value === 'object' && json.value !== null) {
    return fromJson(json.value, notes)
  }
  const kind = unreadableKind(bytes, text)
  if (kind !== undefined) return unreadable(kind, notes)
  const workbook = csvWorkbook(text, notes)
  if (workbook) return fromWorkbook(workbook, notes)
  notes.add('lost', 'unknown-format', { file: true })
  return NOTHING
}

function fromJson(value: Json, notes: Notes): Read {
  const resources = resourcesIn(value)
  if (resources) {
    const chosen = chosenResource(resources, notes)
    if (chosen) return fromResource(chosen, notes)
    notes.add('lost', 'no-form-in-bundle', { file: true })
    return NOTHING
  }
  if (!isRecord(value)) {
    notes.add('lost', 'unknown-format', { file: true })
    return NOTHING
  }
  if (typeof value.resourceType === 'string') return fromResource(value, notes)
  const sheets = sheetsIn(value.sheets)
  if (sheets) return fromWorkbook({ sheets }, notes)
  const form = isRecord(value.form) ? value.form : value
  if (Array.isArray(form.sections) || isRecord(value.form)) {
    return { format: 'escale', form: readEscaleForm(form, notes) }
  }
  notes.add('lost', 'unknown-format', { file: true })
  return NOTHING
}

function fromResource(resource: JsonRecord, notes: Notes): Read {
  switch (resource.resourceType) {
    case 'Questionnaire':
      return { format: 'fhir', form: fhirToForm(resource, notes) }
    case 'QuestionnaireResponse':
      notes.add('lost', 'answers-not-form', { file: true })
      return { format: 'response', form: undefined, response: resource }
    default:
      notes.add('lost', 'other-resource', { file: true }, { type: String(resource.resourceType) })
      return NOTHING
  }
}

/** A workbook as JSON rows, as `convert --out x.json --to xlsform` writes it. */
function sheetsIn(value: Json | undefined): Workbook['sheets'] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.filter(isRecord).map(({ name, rows }) => ({
    name: typeof name === 'string' ? name : '',
    rows: (Array.isArray(rows) ? rows : []).flatMap((cells, at) =>
      Array.isArray(cells)
        ? [{ row: at + 1, cells: cells.slice(0, 500).map((cell) => cellText(cell)) }]
        : [],
    ),
  }))
}

function cellText(cell: Json): string {
  return typeof cell === 'object' ? '' : String(cell)
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} Mo`
}
