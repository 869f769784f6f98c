import { checkForm } from '#domain/form/check-form.ts'
import { allQuestions, type Form } from '#domain/form/form.ts'
import { readForm } from '#domain/form/read-form.ts'
import type { Json } from '#domain/shared/json.ts'
import { fhirToForm } from './fhir/fhir-to-form.ts'
import { faultSentence } from './form-fault-words.ts'
import { hasGridToForm, isHasGrid } from './has/has-grid-to-form.ts'
import { isRecord, type JsonRecord } from './is-record.ts'
import { Notes } from './notes.ts'
import { readJson } from './read-json.ts'
import { readWorkbook } from './workbook/read-workbook.ts'
import type { Workbook } from './workbook/workbook.ts'
import { isXlsform, xlsformToForm } from './xlsform/xlsform-to-form.ts'

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

function fromXlsx(bytes: Uint8Array, notes: Notes): Read {
  const workbook = readWorkbook(bytes, notes)
  if (workbook.ok) return fromWorkbook(workbook.value, notes)
  const why = {
    'not-a-zip': ['ce n’est pas un classeur', 'it is not a workbook'],
    damaged: ['il est abîmé', 'it is damaged'],
    'too-large': ['il est trop gros une fois ouvert', 'it is too large once opened'],
  }[workbook.error.kind]
  notes.add('lost', 'unreadable-file', { file: true }, { why: why[0] ?? '', whyEn: why[1] ?? '' })
  return { format: 'unknown', form: undefined }
}

function fromWorkbook(workbook: Workbook, notes: Notes): Read {
  if (isXlsform(workbook)) return { format: 'xlsform', form: xlsformToForm(workbook, notes) }
  if (isHasGrid(workbook)) return { format: 'has', form: hasGridToForm(workbook, notes) }
  notes.add('lost', 'no-survey-sheet', { file: true })
  return { format: 'unknown', form: undefined }
}

function fromText(bytes: Uint8Array, notes: Notes): Read {
  const json = readJson(new TextDecoder().decode(bytes))
  if (!json.ok || !isRecord(json.value)) {
    notes.add('lost', 'unknown-format', { file: true })
    return { format: 'unknown', form: undefined }
  }
  const { value } = json
  if (value.resourceType === 'Questionnaire') {
    return { format: 'fhir', form: fhirToForm(value, notes) }
  }
  if (value.resourceType === 'QuestionnaireResponse') {
    notes.add('lost', 'answers-not-form', { file: true })
    return { format: 'response', form: undefined, response: value }
  }
  const sheets = sheetsIn(value.sheets)
  if (sheets) return fromWorkbook({ sheets }, notes)
  if (Array.isArray(value.sections) || isRecord(value.form)) {
    const read = readForm(isRecord(value.form) ? value.form : value)
    if (read.ok) return { format: 'escale', form: read.value }
    const where = read.error.kind === 'too-many-questions' ? 'plus de 2 000 questions' : 'sections'
    notes.add('lost', 'not-an-escale-form', { file: true }, { where })
    return { format: 'escale', form: undefined }
  }
  notes.add('lost', 'unknown-format', { file: true })
  return { format: 'unknown', form: undefined }
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
