import type { Form } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { ListWriter } from './list-writer.ts'
import { languagesOf, type Row, SheetWriter } from './sheet-writer.ts'
import type { WriteContext } from './write-context.ts'
import { printScope, xlsNames } from './write-context.ts'
import { writeSections } from './write-sections.ts'

/** A workbook to be written: sheets of texts, headers first. */
export interface WorkbookOut {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

/**
 * A form as an XLSForm that ODK, Kobo and Escale read. What another tool would not know goes in the
 * columns `weight`, `imperatif`, `blocking`, `score` and `escale`, which they step over; what an
 * earlier import had set aside is given back. Formulas XLSForm cannot say are told.
 */
export function formToXlsform(form: Form, notes: Notes): WorkbookOut {
  const aside = form.carried?.xlsform ?? {}
  const languages = languagesOf(aside)
  const context: WriteContext = {
    notes,
    languages,
    names: xlsNames(form),
    scope: printScope(form),
    lists: new ListWriter(languages),
    unsaid: new Map(),
  }
  const survey = new SheetWriter(['type', 'name'])
  for (const row of metadataRows(aside.metadata)) survey.add(row)
  writeSections(form, survey, context)
  return {
    sheets: [
      { name: 'survey', rows: survey.rows() },
      { name: 'choices', rows: context.lists.rows() },
      { name: 'settings', rows: settingsRows(form, aside.settings, languages) },
    ],
  }
}

function metadataRows(value: Json | undefined): readonly Row[] {
  return (Array.isArray(value) ? value : []).flatMap((each) =>
    isRecord(each) && typeof each.type === 'string' && typeof each.name === 'string'
      ? [{ type: each.type, name: each.name }]
      : [],
  )
}

function settingsRows(
  form: Form,
  aside: Json | undefined,
  languages: ReturnType<typeof languagesOf>,
): readonly (readonly string[])[] {
  const kept = Object.entries(isRecord(aside) ? aside : {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  const titled = languages.find(({ language }) => language === 'en') && languages.length === 1
  const own: Record<string, string> = {
    form_title: titled ? form.title.en : form.title.fr,
    form_id: form.id,
    version: String(form.version),
    ...(languages.length > 1 && languages[0] ? { default_language: languages[0].written } : {}),
    ...Object.fromEntries(kept),
    escale_kind: form.kind,
    escale_unit: form.unit,
    escale_code: form.code,
    escale_title: JSON.stringify(form.title),
    escale_source: JSON.stringify(form.source),
    ...(form.method ? { escale_method: form.method } : {}),
    ...(form.scoring ? { escale_scoring: form.scoring } : {}),
    ...(form.target === undefined ? {} : { escale_target: String(form.target) }),
    ...(form.pilot ? { escale_pilot: JSON.stringify(form.pilot) } : {}),
  }
  return [Object.keys(own), Object.values(own)]
}
