import type { Filling } from '#domain/filling/filling.ts'
import { allQuestions, type Form, type Question } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { CellOut, SheetOut } from '../workbook/write-workbook.ts'
import { type HasLine, type HasSheet, lineCarried, sheetsCarried } from './has-lines.ts'

/** Columns of ratings and of comments; their wording varies by version. */
export const RATING = /cotation|score|note obtenue|résultat|resultat/i
export const COMMENT = /comment|justification|observation/i

type Said = Pick<Filling, 'answers' | 'comments'>

/**
 * The user's own file again, sheet by sheet, in its own columns and from the same lines, with the
 * ratings and comments of a filling; numbers and days stay what they were. A file without such columns gets
 * them at its end. A form that did
 * not come from such a file has no sheet to give.
 */
export function formToSynae(form: Form, filling: Said): readonly SheetOut[] {
  const elements = allQuestions(form).flatMap((question) => {
    const line = lineCarried(question.carried)
    return line ? [{ question, line }] : []
  })
  return sheetsCarried(form.carried).map((sheet) => {
    const own = elements.filter(({ line }) => line.sheet === sheet.name)
    return { name: sheet.name || 'Synaé', rows: rowsOf(sheet, own, filling) }
  })
}

type Element = { readonly question: Question; readonly line: HasLine }

function rowsOf(
  { headers, others }: HasSheet,
  elements: readonly Element[],
  filling: Said,
): SheetOut['rows'] {
  const rating = columnOf(headers, RATING, headers.length)
  const comment = columnOf(headers, COMMENT, Math.max(headers.length, rating + 1))
  // A file whose ratings are numbers gets numbers back, the signs of the scale aside.
  const countsRatings = elements.some(({ line }) =>
    line.typed?.some(({ column }) => column === rating),
  )
  const lines = [
    ...others.map((line) => ({ row: line.row, said: line.cells, cells: asItWas(line) })),
    ...elements.map(({ question, line }) => ({
      row: line.row,
      said: line.cells,
      cells: rated(line, question, filling, { rating, comment, countsRatings }),
    })),
  ].sort((a, b) => a.row - b.row)
  const named = headers.join('\n')
  const header = lines.findIndex(({ said }) => said.join('\n') === named)
  const rows: (readonly CellOut[])[] = []
  for (const [at, { row, cells }] of lines.entries()) {
    // Lines left empty stay where they were: Synaé's data begin at a line of their own.
    while (rows.length < row - 1) rows.push([])
    rows.push(at === header ? withNames(cells, { rating, comment }) : cells)
  }
  return rows
}

function columnOf(headers: readonly string[], shape: RegExp, otherwise: number): number {
  const found = headers.findIndex((header) => shape.test(header))
  return found < 0 ? otherwise : found
}

interface Columns {
  readonly rating: number
  readonly comment: number
}

function rated(
  line: HasLine,
  question: Question,
  { answers, comments }: Said,
  { rating, comment, countsRatings }: Columns & { readonly countsRatings: boolean },
): readonly CellOut[] {
  const step = question.type === 'criterion' && stepOf(question, answers.get(question.id))
  const sign = step ? (step.sign ?? step.code) : undefined
  return withCells(asItWas(line), [
    [rating, countsRatings && /^\d+$/.test(sign ?? '') ? Number(sign) : sign],
    [comment, comments.get(question.id)],
  ])
}

function withNames(headers: readonly CellOut[], { rating, comment }: Columns): readonly CellOut[] {
  return withCells(headers, [
    [rating, headers[rating] ?? 'Cotation'],
    [comment, headers[comment] ?? 'Commentaire'],
  ])
}

/** Its texts, its numbers and its days. */
function asItWas({ cells, typed = [] }: HasLine): readonly CellOut[] {
  return withCells(
    cells,
    typed.map(({ column, value, format }) => [column, { value, format }]),
  )
}

function withCells(
  cells: readonly CellOut[],
  changes: readonly (readonly [number, CellOut | undefined])[],
): readonly CellOut[] {
  const line = [...cells]
  for (const [at, said] of changes) {
    if (said === undefined) continue
    while (line.length < at) line.push('')
    line[at] = said
  }
  return line
}
