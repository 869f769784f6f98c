import type { Notes } from '../notes.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { readHeader } from './headers.ts'

/** The sheets an XLSForm is made of, each from its header row on. */
export interface FormSheets {
  readonly survey: Sheet
  readonly choices: Sheet | undefined
  /** Lists of `select_one_external`. */
  readonly externalChoices: Sheet | undefined
  readonly settings: Sheet | undefined
}

/** A title or a word of advice may stand above the headers; more rows than that are something else. */
const HEADER_WITHIN = 10
/** Sheets other tools write beside a form: they say nothing about its questions. */
const SILENT = new Set(['external_choices', 'settings', 'choices', 'survey'])

/** True for a workbook with a « survey » sheet whose headers name a « type ». */
export function isXlsform(workbook: Workbook): boolean {
  return headed(named(workbook, 'survey'), isSurveyHeader) !== undefined
}

/** True for a workbook whose sheets have other names, and the headers of an XLSForm all the same. */
export function looksLikeXlsform({ sheets }: Workbook): boolean {
  return sheets.some((sheet) => headed(sheet, isWholeSurveyHeader) !== undefined)
}

/** The sheets of a form by their name, else by their headers; what was guessed or left is told. */
export function formSheets(workbook: Workbook, notes: Notes): FormSheets | undefined {
  const byName = named(workbook, 'survey')
  const own = headed(byName, isSurveyHeader) === undefined ? undefined : byName
  const survey =
    own ?? workbook.sheets.find((sheet) => headed(sheet, isWholeSurveyHeader) !== undefined)
  if (!survey) return undefined
  const others = workbook.sheets.filter((sheet) => sheet !== survey)
  const choices =
    named(workbook, 'choices') ??
    others.find((sheet) => headed(sheet, isChoicesHeader) !== undefined)
  const externalChoices = named(workbook, 'external_choices')
  const settings = named(workbook, 'settings')
  for (const sheet of others) {
    if (sheet === choices || SILENT.has(keyOf(sheet)) || sheet.rows.length === 0) continue
    notes.add('lost', 'unused-sheet', { sheet: sheet.name })
  }
  const from = (sheet: Sheet | undefined, wanted: string, isHeader: IsHeader) =>
    sheet && fromHeader(sheet, wanted, isHeader, notes)
  return {
    survey: fromHeader(survey, 'survey', isSurveyHeader, notes),
    choices: from(choices, 'choices', isChoicesHeader),
    externalChoices: from(externalChoices, 'external_choices', isChoicesHeader),
    settings,
  }
}

type IsHeader = (columns: ReadonlySet<string>) => boolean
const isSurveyHeader: IsHeader = (columns) => columns.has('type')
const isWholeSurveyHeader: IsHeader = (columns) =>
  columns.has('type') && (columns.has('name') || columns.has('label'))
const isChoicesHeader: IsHeader = (columns) =>
  columns.has('list_name') && (columns.has('name') || columns.has('value'))

/** Position in `rows` of the header; undefined when none of the first rows is one. */
function headed(sheet: Sheet | undefined, isHeader: IsHeader): number | undefined {
  const at = (sheet?.rows ?? [])
    .slice(0, HEADER_WITHIN)
    .findIndex(({ cells }) => isHeader(new Set(cells.map((cell) => readHeader(cell).name))))
  return at < 0 ? undefined : at
}

function fromHeader(sheet: Sheet, wanted: string, isHeader: IsHeader, notes: Notes): Sheet {
  const at = headed(sheet, isHeader) ?? 0
  if (keyOf(sheet) !== wanted) {
    notes.add('repaired', 'sheet-read-as', { sheet: sheet.name }, { read: wanted })
  }
  const row = sheet.rows[at]?.row
  if (at > 0 && row !== undefined) {
    notes.add('repaired', 'rows-above-header', { sheet: sheet.name, row }, { row: String(row) })
  }
  return { ...sheet, rows: sheet.rows.slice(at) }
}

function named({ sheets }: Workbook, name: string): Sheet | undefined {
  return sheets.find((sheet) => keyOf(sheet) === name)
}

function keyOf({ name }: Sheet): string {
  return name.trim().toLowerCase()
}
