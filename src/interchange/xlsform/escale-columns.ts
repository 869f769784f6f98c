import { FORM_KINDS, type Form, METHODS, OBSERVATION_UNITS, SCORINGS } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { FormRow } from './survey-sheet.ts'

/*
 * What XLSForm has no column for travels in two places other tools step over: a column « escale » of
 * the survey, with a small JSON, and settings whose name begins with « escale_ ».
 */

/** The « escale » cell of a row, some members of it; nothing when it is absent or is no JSON. */
export function extrasOf(row: FormRow, members: readonly string[]): JsonRecord {
  const cell = row.get('escale')
  if (cell === '') return {}
  const read = parsed(cell)
  return isRecord(read)
    ? Object.fromEntries(Object.entries(read).filter(([name]) => members.includes(name)))
    : {}
}

/** What the settings say of the form itself. */
export function escaleOfForm(settings: Readonly<Record<string, string>>): Partial<Form> {
  const kind = FORM_KINDS.find((each) => each === settings.escale_kind)
  const unit = OBSERVATION_UNITS.find((each) => each === settings.escale_unit)
  const method = METHODS.find((each) => each === settings.escale_method)
  const scoring = SCORINGS.find((each) => each === settings.escale_scoring)
  const title = textOf(settings.escale_title)
  const source = textOf(settings.escale_source)
  const pilot = textOf(settings.escale_pilot)
  const target = Number(settings.escale_target)
  return {
    ...(kind ? { kind } : {}),
    ...(unit ? { unit } : {}),
    ...(method ? { method } : {}),
    ...(scoring ? { scoring } : {}),
    ...(title ? { title } : {}),
    ...(source ? { source } : {}),
    ...(pilot ? { pilot } : {}),
    ...(settings.escale_code ? { code: settings.escale_code } : {}),
    ...(settings.escale_target && Number.isFinite(target) ? { target } : {}),
  }
}

function textOf(cell: string | undefined): Form['title'] | undefined {
  const read = cell === undefined ? undefined : parsed(cell)
  return isRecord(read) && typeof read.fr === 'string' && typeof read.en === 'string'
    ? { fr: read.fr, en: read.en }
    : undefined
}

function parsed(cell: string): Json | undefined {
  try {
    return JSON.parse(cell) as Json
  } catch {
    return undefined // A cell someone typed in: it says nothing to Escale.
  }
}
