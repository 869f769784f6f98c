import { answersOfFile, type Filling } from '#domain/filling/filling.ts'
import type { Answers, CriterionQuestion, Form } from '#domain/form/form.ts'
import { visibleQuestions } from '#domain/form/relevance.ts'

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
export function cellsOf(form: Form, round: Filling, files: number): readonly Cell[] {
  return fileNumbers(files).flatMap((file) =>
    visibleQuestions(form, answersOfFile(round, file))
      .filter((question) => question.type === 'criterion')
      .map((criterion) => ({ file, criterion })),
  )
}

export function fileNumbers(files: number): readonly number[] {
  return Array.from({ length: files }, (_, at) => at + 1)
}

export function answersByFile(round: Filling, files: number): readonly Answers[] {
  return fileNumbers(files).map((file) => answersOfFile(round, file))
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
