import type { Day } from '../shared/day.ts'
import type { Json } from '../shared/json.ts'
import { checkAnswer } from './check-answer.ts'
import { evaluateExpr, holds, isFilled } from './evaluate-expr.ts'
import {
  type Answers,
  type Form,
  type GroupQuestion,
  isGroup,
  type Question,
  rowKey,
} from './form.ts'
import { answerForm, evaluateForm, type FormState, scopeOf } from './form-state.ts'

/**
 * The answers a form is begun with (R-FOR-7): the default of each question that is asked, in the order of
 * the form, so that one may read those before it and a question hidden by them gets none. They are answers
 * like any other from then on. A default that its own question would refuse is left out; groups are begun
 * row by row (`defaultRowAnswers`). `today` is the day the form is filled in for.
 */
export function defaultAnswers(form: Form, today: Day): Answers {
  const withDefault = form.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) =>
      question.default === undefined || isGroup(question)
        ? []
        : [{ question, expr: question.default }],
    )
  if (withDefault.length === 0) return new Map()
  let state = evaluateForm(form, new Map(), today)
  for (const { question, expr } of withDefault) {
    if (!state.asked.has(question.id)) continue
    const value = asAnswer(question, evaluateExpr(expr, scopeOf(state)))
    if (isFilled(value) && checkAnswer(question, value).ok) {
      state = answerForm(state, new Map([[question.id, value]]))
    }
  }
  return state.answers
}

/**
 * The answers a new row of a group is begun with (R-FOR-7), by key; `row` is its name, and no row of the
 * state yet. As for a form: in the order of its questions, each may read those before it and the rest of
 * the form, and what is hidden or refused gets none.
 */
export function defaultRowAnswers(state: FormState, group: GroupQuestion, row: string): Answers {
  const found = new Map<string, Json>()
  const position = (state.rows.get(group.id)?.length ?? 0) + 1
  let now = state
  for (const question of group.questions) {
    if (question.default === undefined) continue
    const scope = { ...scopeOf(now, { group: group.id, id: row }), position }
    if (question.relevance !== undefined && !holds(evaluateExpr(question.relevance, scope)))
      continue
    const value = asAnswer(question, evaluateExpr(question.default, scope))
    if (!isFilled(value) || !checkAnswer(question, value).ok) continue
    const key = rowKey(group.id, row, question.id)
    found.set(key, value)
    now = answerForm(now, new Map([[key, value]]))
  }
  return found
}

/** Codes ticked in advance are written one after the other, « 1 3 », as in XLSForm; a list is answered by a list. */
export function asAnswer({ type }: Pick<Question, 'type'>, value: Json): Json {
  if (type !== 'multiple' || typeof value !== 'string') return value
  return value.split(' ').filter((code) => code !== '')
}
