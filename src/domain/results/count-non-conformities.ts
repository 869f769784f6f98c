import type { Answers, Form } from '../form/form.ts'
import { evaluateForm } from '../form/form-state.ts'
import { criteriaOf } from '../form/instances.ts'
import { sectionsOf } from '../form/relevance.ts'
import { isNonConform } from '../form/score-form.ts'
import type { Counted } from '../statistics/pareto.ts'

/**
 * How often each criterion was not met over several sets of answers to one version of a form: audits
 * of several homes, or the files of a round. In the form's order, zeros included; rows of one group
 * count one by one. What a Pareto chart is made of.
 */
export function countNonConformities(form: Form, answered: readonly Answers[]): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const answers of answered) {
    const state = evaluateForm(form, answers)
    for (const { questions } of sectionsOf(state)) {
      for (const { key, question } of criteriaOf(questions, state)) {
        const found = isNonConform(question, answers.get(key)) ? 1 : 0
        counts.set(question.id, (counts.get(question.id) ?? 0) + found)
      }
    }
  }
  return [...counts].map(([id, count]) => ({ id, count }))
}
