import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import { isRecord } from '../is-record.ts'
import type { SheetOut } from '../workbook/write-workbook.ts'

/** Columns of ratings and of comments; their wording varies by version. */
export const RATING = /cotation|score|note obtenue|résultat|resultat/i
export const COMMENT = /comment|justification|observation/i

/**
 * The user's own file again, in its own columns, with the ratings and comments of a filling. Lines
 * above the header are given back too, so that the data begin where Synaé puts them. A form that did
 * not come from such a file has no columns of that kind: undefined.
 */
export function formToSynae(
  form: Form,
  { answers, comments }: Pick<Filling, 'answers' | 'comments'>,
): SheetOut | undefined {
  const has = form.carried?.has
  if (!has || !Array.isArray(has.headers)) return undefined
  const headers = has.headers.map((header) => String(header))
  const rating = headers.findIndex((header) => RATING.test(header))
  const comment = headers.findIndex((header) => COMMENT.test(header))
  const columns = [
    ...headers,
    ...(rating < 0 ? ['Cotation'] : []),
    ...(comment < 0 ? ['Commentaire'] : []),
  ]
  const ratingAt = rating < 0 ? headers.length : rating
  const commentAt = comment < 0 ? columns.length - 1 : comment
  const above = (Array.isArray(has.above) ? has.above : []).map((line) =>
    Array.isArray(line) ? line.map((cell) => String(cell)) : [],
  )
  const rows = form.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const cells = question.carried?.has?.cells
      if (!isRecord(cells) || question.type !== 'criterion') return []
      const line = columns.map((header) => String(cells[header] ?? ''))
      const step = stepOf(question, answers.get(question.id))
      if (step) line[ratingAt] = step.sign ?? step.code
      const said = comments.get(question.id)
      if (said) line[commentAt] = said
      return [line]
    }),
  )
  return {
    name: typeof has.sheet === 'string' ? has.sheet : 'Synaé',
    rows: [...above, columns, ...rows],
  }
}
