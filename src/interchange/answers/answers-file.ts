import { fillingDay } from '#domain/filling/filling.ts'
import { plainFileName } from '#domain/shared/plain-file-name.ts'
import { type Language, textIn } from '#domain/shared/text.ts'
import { answersToResponse } from '../fhir/answers-to-response.ts'
import { formToSynae } from '../has/form-to-synae.ts'
import { writeWorkbook } from '../workbook/write-workbook.ts'
import { type AlsoSaid, alsoSaid } from './also-said.ts'
import type { AnswerFormat } from './answer-formats.ts'
import { answersTable } from './answers-table.ts'
import { type FilledForm, partsOf } from './filled-form.ts'
import { fillingsTable } from './fillings-table.ts'
import { frenchCsv, openDataCsv, type Table } from './french-csv.ts'
import { tableSheet } from './table-sheet.ts'
import { unitWord } from './unit-word.ts'

export interface AnswersFile {
  readonly blob: Blob
  readonly name: string
}

/** `questions`: one filling, a question a row. `fillings`: a filling a row, however many there are. */
export type AnswersLayout = 'questions' | 'fillings'

/**
 * A file of the answers of fillings of one version of one form; at least one is given. `has` is the
 * user's own file with the ratings of the first.
 */
export async function answersFile(
  format: AnswerFormat,
  filled: readonly [FilledForm, ...FilledForm[]],
  { language, layout }: { readonly language: Language; readonly layout: AnswersLayout },
): Promise<AnswersFile> {
  const [first] = filled
  const { form, filling, place } = first
  const day = fillingDay(filling) ?? ''
  const title = form.code || textIn(form.title, language)
  const name = (extension: string) =>
    plainFileName(layout === 'questions' ? [title, place, day] : [title], extension)
  switch (format) {
    case 'csv': {
      const table = layout === 'questions' ? oneTable(first, language) : allTable(filled, language)
      // A spreadsheet in French wants its own dialect; the others read that of open data.
      const csv = language === 'fr' ? frenchCsv(table) : openDataCsv(table)
      return { blob: new Blob([csv], { type: 'text/csv;charset=utf-8' }), name: name('csv') }
    }
    case 'xlsx': {
      const [one, all] = language === 'fr' ? ['Réponses', 'Tableau'] : ['Answers', 'Table']
      const sheets = [
        ...(layout === 'questions' ? [tableSheet(one, oneTable(first, language))] : []),
        tableSheet(all, allTable(filled, language)),
      ]
      return { blob: await writeWorkbook(sheets), name: name('xlsx') }
    }
    case 'fhir': {
      const json = JSON.stringify(responses(filled), null, 2)
      return { blob: new Blob([json], { type: 'application/fhir+json' }), name: name('json') }
    }
    case 'has':
      return { blob: await writeWorkbook(formToSynae(form, filling)), name: name('xlsx') }
  }
}

/** Question by question; the files of an EPP one below the other, each with its number. */
function oneTable(filled: FilledForm, language: Language): Table {
  const { form, filling } = filled
  const file = textIn(unitWord(form), language)
  const apart = alsoSaid(filled, language)
  const tables = partsOf(filled).map((part) => {
    const table = [
      ...answersTable(form, { ...filling, ...part }, language),
      ...apart.filter((each) => each.file === part.file).map(apartRow),
    ]
    return part.file === undefined
      ? table
      : table.map((row, at) => [at === 0 ? file : (part.file ?? null), ...row])
  })
  return tables.flatMap((table, at) => (at === 0 ? table : table.slice(1)))
}

/** In the columns of `answersTable`: its words, and no value to count. */
function apartRow({ section, code, question, answer }: AlsoSaid): Table[number] {
  return [section, code, question, null, answer, null, '']
}

function allTable(filled: readonly [FilledForm, ...FilledForm[]], language: Language): Table {
  return fillingsTable(filled[0].form, filled, language)
}

/** One resource for one set of answers, a collection for several. */
function responses(filled: readonly FilledForm[]): object {
  const all = filled.flatMap((each) =>
    partsOf(each).map(({ answers, fields, comments }) =>
      answersToResponse(each.form, answers, {
        isComplete: each.filling.status === 'closed',
        ...(each.filling.heldOn ? { heldOn: each.filling.heldOn } : {}),
        apart: { fields, comments },
      }),
    ),
  )
  const [only] = all
  return all.length === 1 && only
    ? only
    : { resourceType: 'Bundle', type: 'collection', entry: all.map((resource) => ({ resource })) }
}
