import type { Filling } from '../filling/filling.ts'
import type { CriterionQuestion, Form } from '../form/form.ts'
import { evaluateForm } from '../form/form-state.ts'
import { criteriaOf } from '../form/instances.ts'
import { sectionsOf } from '../form/relevance.ts'
import type { Json } from '../shared/json.ts'

/** « Non concerné » on the HAS scale: it leaves every mean, so the HAS asks for its reason (R-HAS-4). */
export function asksWhy({ scale }: Pick<CriterionQuestion, 'scale'>, answer: Json | undefined) {
  return scale === 'has' && answer === 'nc'
}

/** The criteria rated « non concerné » that no comment explains, in the order of the form. */
export function unjustified(
  form: Form,
  { answers, comments }: Pick<Filling, 'answers' | 'comments'>,
): readonly CriterionQuestion[] {
  const state = evaluateForm(form, answers)
  return sectionsOf(state).flatMap(({ questions }) =>
    criteriaOf(questions, state)
      .filter(({ key, question }) => asksWhy(question, answers.get(key)))
      .filter(({ question }) => (comments.get(question.id) ?? '').trim() === '')
      .map(({ question }) => question),
  )
}
