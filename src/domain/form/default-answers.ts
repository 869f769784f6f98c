import type { Day } from '../shared/day.ts'
import { checkAnswer } from './check-answer.ts'
import { evaluateExpr, isFilled } from './evaluate-expr.ts'
import { type Answers, type Form, isGroup } from './form.ts'
import { answerForm, evaluateForm, scopeOf } from './form-state.ts'

/**
 * The answers a form is begun with (R-FOR-7): the default of each question that is asked, in the order of
 * the form, so that one may read those before it and a question hidden by them gets none. They are answers
 * like any other from then on. A default that its own question would refuse is left out; groups are begun
 * row by row, and have none here. `today` is the day the form is filled in for.
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
    const value = evaluateExpr(expr, scopeOf(state))
    if (isFilled(value) && checkAnswer(question, value).ok) {
      state = answerForm(state, new Map([[question.id, value]]))
    }
  }
  return state.answers
}
