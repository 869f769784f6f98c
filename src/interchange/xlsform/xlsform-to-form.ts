import { call, type Expr, ref } from '#domain/form/expr.ts'
import type { Carried, Form, Question, Section } from '#domain/form/form.ts'
import { isExpr, MOST_QUESTIONS } from '#domain/form/read-form.ts'
import { unitOfKind } from '#domain/form/units.ts'
import type { Json } from '#domain/shared/json.ts'
import { both, readFormula } from '../expressions/formulas.ts'
import { unreadWords } from '../fault-words.ts'
import { FreshIds } from '../fit-id.ts'
import { isRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import type { BuildContext } from './build-context.ts'
import { buildQuestions } from './build-question.ts'
import { externalList, readChoiceLists } from './choice-lists.ts'
import { escaleOfForm, extrasOf } from './escale-columns.ts'
import { formSheets } from './form-sheets.ts'
import { readHeader } from './headers.ts'
import { carriedCells } from './other-columns.ts'
import { type FormRow, readFormSheet } from './survey-sheet.ts'
import { type AskedSection, type Frame, readSurveyTree } from './survey-tree.ts'
import { UnusedColumns } from './unused-columns.ts'

/**
 * An XLSForm as a form of Escale. Whatever a row holds, the others are read: what is lost, changed or
 * set aside is told to `notes`, by sheet, row and column. Undefined when there is no question at all.
 */
export function xlsformToForm(workbook: Workbook, notes: Notes): Form | undefined {
  const sheets = formSheets(workbook, notes)
  if (!sheets) return undefined
  const { survey } = sheets
  const settings = readSettings(sheets.settings, notes)
  const language = settings.default_language ?? ''
  const rows = limited(readFormSheet(survey, language, notes), notes)
  const listed = (sheet: Sheet | undefined) => (sheet ? readFormSheet(sheet, language, notes) : [])
  const choices = listed(sheets.choices)
  const unused = new UnusedColumns()
  for (const row of choices) unused.noteMedia(row)
  const tree = readSurveyTree(rows, notes)
  const context: BuildContext = {
    notes,
    lists: new Map([
      ...readChoiceLists(choices, notes),
      ...[...readChoiceLists(listed(sheets.externalChoices), notes)].map(
        ([name, list]) => [externalList(name), list] as const,
      ),
    ]),
    scope: {
      find: (name) => {
        if (tree.metadata.some((each) => each.name === name && each.type === 'today')) {
          return call('today')
        }
        const id = tree.ids.get(name)
        return id === undefined ? undefined : ref(id)
      },
    },
    unused,
    sectionIds: new FreshIds(),
  }
  const title = settings.form_title ?? settings.form_id ?? 'Formulaire'
  const sections = tree.sections.flatMap((section, index) =>
    sectionOf(section, index, tree.sections, title, context),
  )
  unused.tell(notes)
  if (sections.length === 0) return undefined
  const carried = formCarried(survey, settings, tree.metadata)
  const said = { kind: 'audit', unit: 'structure', ...escaleOfForm(settings) } as const
  return {
    id: idOf(settings.form_id ?? title),
    version: 1,
    code: (settings.form_id ?? '').slice(0, 20),
    title: { fr: title, en: title },
    source: { fr: 'Importé d’un XLSForm', en: 'Imported from an XLSForm' },
    sections,
    ...said,
    unit: unitOfKind(said.unit, said.kind),
    carried,
  }
}

function sectionOf(
  { path, asked }: AskedSection,
  index: number,
  all: readonly AskedSection[],
  title: string,
  context: BuildContext,
): readonly Section[] {
  const questions: readonly Question[] = asked.flatMap((each) => buildQuestions(each, context))
  const frame = path.at(-1)
  if (questions.length === 0) {
    if (frame && !all.some((other) => other.path.includes(frame) && other.asked.length > 0)) {
      context.notes.add('lost', 'empty-group', frame.row.place(), { name: frame.id })
    }
    return []
  }
  const before = all.slice(0, index).filter((other) => other.path.at(-1) === frame).length
  const id = context.sectionIds.take(frame?.id ?? 'questions', 'section')
  const label = frame?.row.text('label') ?? {
    fr: frame?.row.get('name') || title,
    en: frame?.row.get('name') || title,
  }
  const relevance =
    both(...path.map((each) => relevanceOf(each, context, before === 0))) ?? unsaidOf(frame)
  const intro = frame?.row.text('hint')
  return [
    {
      id,
      title: label,
      questions,
      ...(intro ? { intro } : {}),
      ...(relevance === undefined ? {} : { relevance }),
      ...(frame ? extrasOf(frame.row, ['audience', 'target', 'weight']) : {}),
      carried: { xlsform: { groups: path.map((each) => groupOf(each)) } },
    },
  ]
}

/** The condition of a section that XLSForm could not say, when it came from Escale. */
function unsaidOf(frame: Frame | undefined): Expr | undefined {
  const { unsaid } = frame ? extrasOf(frame.row, ['unsaid']) : {}
  const relevance = isRecord(unsaid) ? unsaid.relevance : undefined
  return isExpr(relevance) ? relevance : undefined
}

function relevanceOf(
  frame: Frame,
  { scope, notes }: BuildContext,
  tell: boolean,
): Expr | undefined {
  const text = frame.row.get('relevant')
  if (text === '') return undefined
  const read = readFormula(text, scope)
  if (read.ok) return read.value
  if (tell) {
    const words = unreadWords(read.error, 'relevant')
    notes.add('kept-aside', 'expression-unread', frame.row.place('relevant'), words)
  }
  return undefined
}

function groupOf({ id, row }: Frame): Json {
  const label = row.text('label')
  return {
    id,
    name: row.get('name') || id,
    ...(label ? { label: { ...label } } : {}),
    ...(row.get('relevant') === '' ? {} : { relevant: row.get('relevant') }),
    ...carriedCells(row, ['hint']),
  }
}

function formCarried(
  survey: Sheet,
  settings: Readonly<Record<string, string>>,
  metadata: readonly { readonly type: string; readonly name: string }[],
): Carried {
  const headers = (survey.rows[0]?.cells ?? []).map(readHeader)
  const labels = headers.filter(({ name }) => name === 'label').map((each) => each.language ?? '')
  return {
    xlsform: {
      settings: Object.fromEntries(
        Object.entries(settings).filter(([name]) => !name.startsWith('escale')),
      ),
      ...(labels.length > 0 ? { languages: labels } : {}),
      ...(metadata.length > 0 ? { metadata: metadata.map((each) => ({ ...each })) } : {}),
    },
  }
}

function readSettings(sheet: Sheet | undefined, notes: Notes): Readonly<Record<string, string>> {
  const row: FormRow | undefined = sheet && readFormSheet(sheet, '', notes)[0]
  const known = /^(form_title|form_id|id_string|version|default_language|escale_.*)$/
  for (const { header } of row?.cells ?? []) {
    if (known.test(header.name)) continue
    const place = row?.place(header.written) ?? { file: true }
    notes.add('kept-aside', 'kept-setting', place, { name: header.written })
  }
  return Object.fromEntries((row?.cells ?? []).map(({ header, value }) => [header.name, value]))
}

function limited(rows: readonly FormRow[], notes: Notes): readonly FormRow[] {
  const past = rows[MOST_QUESTIONS]
  if (!past) return rows
  notes.add('lost', 'too-many-rows', past.place(), { limit: String(MOST_QUESTIONS) })
  return rows.slice(0, MOST_QUESTIONS)
}

function idOf(name: string): string {
  return new FreshIds().take(name, 'formulaire')
}
