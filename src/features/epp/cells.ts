import type { Filling } from '#domain/filling/filling.ts'
import type { Answers, CriterionQuestion, Form } from '#domain/form/form.ts'
import { visibleQuestions } from '#domain/form/relevance.ts'
import type { Json } from '#domain/shared/json.ts'

/** One question of one file: « dossier 7, critère C3 ». Files count from 1. */
export interface Cell {
  readonly file: number
  readonly criterion: CriterionQuestion
}

/** Name of a cell below `answers.` and `comments.`, and of the place kept as a draft. */
export function cellKey({ file, criterion }: Cell): string {
  return `${file}.${criterion.id}`
}

/** The cells to fill, one file after the other: that is how a pile of files is read. */
export function cellsOf(form: Form, byFile: readonly Answers[]): readonly Cell[] {
  return byFile.flatMap((answers, at) =>
    visibleQuestions(form, answers)
      .filter((question) => question.type === 'criterion')
      .map((criterion) => ({ file: at + 1, criterion })),
  )
}

export function fileNumbers(files: number): readonly number[] {
  return Array.from({ length: files }, (_, at) => at + 1)
}

/** The answers of each file of a round, the first of the list those of file 1. */
export function answersByFile({ answers }: Filling, files: number): readonly Answers[] {
  const byFile = fileNumbers(files).map(() => new Map<string, Json>())
  for (const [key, value] of answers) {
    const dot = key.indexOf('.')
    byFile[Number(key.slice(0, dot)) - 1]?.set(key.slice(dot + 1), value)
  }
  return byFile
}

/** The next cell without an answer below `after`, then from the top; undefined when all are read. */
export function nextEmptyCell(
  cells: readonly Cell[],
  answers: Answers,
  after: string | undefined,
): Cell | undefined {
  const from = cells.findIndex((cell) => cellKey(cell) === after)
  const isEmpty = (cell: Cell) => !answers.has(cellKey(cell)) && cellKey(cell) !== after
  return cells.slice(from + 1).find(isEmpty) ?? cells.find(isEmpty)
}
