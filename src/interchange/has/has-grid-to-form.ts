import {
  type Answers,
  allQuestions,
  type CriterionQuestion,
  type Form,
  type Section,
} from '#domain/form/form.ts'
import { SCALES } from '#domain/form/scales.ts'
import { type HasElement, type HasIdentity, hasForm } from '#domain/has/has-form.ts'
import { themeNumber } from '#domain/has/has-themes.ts'
import { FreshIds } from '../fit-id.ts'
import type { Notes } from '../notes.ts'
import type { Workbook } from '../workbook/workbook.ts'
import { COMMENT, RATING } from './form-to-synae.ts'
import { carryLine, carrySheets, lineCarried, sheetsCarried } from './has-lines.ts'
import { type HasRow, hasHeader, hasSheets, readHasRows } from './has-rows.ts'

/** True for a workbook whose columns are those of the HAS file or of a Synaé grid. */
export function isHasGrid(workbook: Workbook): boolean {
  return hasSheets(workbook).length > 0
}

/**
 * The grid of the HAS from the user's own file: objectives as sections, elements of evaluation (or
 * criteria, when the file stops there) as lines on the HAS scale. The wording is that of the file; none
 * is shipped with Escale. An element whose critère has no number is rated, in a section of its own, and
 * counts in no mean of the manual.
 */
export function hasGridToForm(workbook: Workbook, notes: Notes): Form | undefined {
  const sheets = hasSheets(workbook)
  const rows = sheets.flatMap((sheet) => readHasRows(sheet, notes))
  const asked = rows.some(({ isElement }) => isElement) ? rows.filter((row) => row.isElement) : rows
  if (asked.length === 0) {
    notes.add('lost', 'nothing-kept', { file: true })
    return undefined
  }
  const taken = new Set(asked.map(lineName))
  const numbered = hasForm({
    ...identityIn(sheets.map((sheet) => hasHeader(sheet).above).join(' ')),
    elements: asked.filter(({ number }) => number !== '').map(elementOf),
  })
  return {
    ...numbered,
    sections: [...numbered.sections, ...withoutNumber(asked.filter(({ number }) => number === ''))],
    carried: carrySheets(
      sheets.map((sheet) => ({
        name: sheet.name,
        headers: hasHeader(sheet).headers,
        others: sheet.rows
          .filter(({ row }) => !taken.has(lineName({ sheet: sheet.name, row })))
          .map((line) => ({ sheet: sheet.name, ...line })),
      })),
    ),
  }
}

function lineName({ sheet, row }: Pick<HasRow, 'sheet' | 'row'>): string {
  return `${row} ${sheet}`
}

function elementOf(row: HasRow): HasElement {
  return {
    criterion: row.number,
    label: row.wording,
    theme: themeNumber(row.theme),
    objectiveLabel: row.objective || undefined,
    help: row.criterion === row.wording ? undefined : row.criterion,
    carried: carryLine(row),
  }
}

function withoutNumber(rows: readonly HasRow[]): readonly Section[] {
  const [ids, lines] = [new FreshIds(), new FreshIds()]
  const titles = [...new Set(rows.map(titleOf))]
  return titles.map((title) => ({
    id: ids.take(title, 'partie'),
    title: { fr: title, en: title },
    questions: rows
      .filter((row) => titleOf(row) === title)
      .map(
        (row): CriterionQuestion => ({
          id: lines.take('', `l${row.row}`),
          type: 'criterion',
          scale: 'has',
          label: { fr: row.wording, en: row.wording },
          carried: carryLine(row),
        }),
      ),
  }))
}

function titleOf({ objective, theme, chapter }: HasRow): string {
  return objective || theme || chapter || 'Grille'
}

/** Synaé makes one file for each FINESS category: the lines above its header say which, and when. */
function identityIn(above: string): HasIdentity {
  const finess = /cat[ée]gorie\D{0,30}(\d{3})\b/i.exec(above)?.[1] ?? ''
  const manual = /version\s*(?:du\s*)?:?\s*v?(\d[\d./-]{0,9})/i.exec(above)?.[1] ?? ''
  return { finess, manual: manual.replaceAll('/', '-').replace(/\D$/, '') }
}

/** Ratings already in the file, by question: an export of Synaé brings its answers. */
export function hasAnswers(
  form: Form,
  notes: Notes,
): { readonly answers: Answers; readonly comments: ReadonlyMap<string, string> } {
  const answers = new Map<string, string>()
  const comments = new Map<string, string>()
  const sheets = sheetsCarried(form.carried)
  for (const { id, carried } of allQuestions(form)) {
    const line = lineCarried(carried)
    const sheet = sheets.find(({ name }) => name === line?.sheet)
    if (!line || !sheet) continue
    const said = (shape: RegExp) =>
      (line.cells[sheet.headers.findIndex((header) => shape.test(header))] ?? '').trim()
    const rating = said(RATING).toUpperCase()
    const code = SCALES.has.steps.find((step) => step.sign === rating)?.code
    if (code) answers.set(id, code)
    else if (rating !== '') {
      notes.add('lost', 'unknown-rating', { sheet: line.sheet, row: line.row }, { value: rating })
    }
    const comment = said(COMMENT)
    if (comment !== '') comments.set(id, comment)
  }
  return { answers, comments }
}
