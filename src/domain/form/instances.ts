import type { CriterionQuestion, Question } from './form.ts'
import { isGroup, rowKey } from './form.ts'
import type { FormState } from './form-state.ts'

/** A question as it is asked: once, or once for each row of its group. */
export interface Instance<Q extends Question = Question> {
  /** Key of its answer. */
  readonly key: string
  readonly question: Q
}

/** What a question asks in this state: itself, and the questions of its rows after it. */
export function instancesOf(question: Question, state: FormState): readonly Instance[] {
  if (!state.asked.has(question.id)) return []
  const own = { key: question.id, question }
  if (!isGroup(question)) return [own]
  const rows = state.rows.get(question.id) ?? []
  return [
    own,
    ...rows.flatMap((row) =>
      question.questions
        .map((each) => ({ key: rowKey(question.id, row, each.id), question: each }))
        .filter(({ key }) => state.asked.has(key)),
    ),
  ]
}

/** The criteria asked below these questions, row by row. */
export function criteriaOf(
  questions: readonly Question[],
  state: FormState,
): readonly Instance<CriterionQuestion>[] {
  return questions
    .flatMap((question) => instancesOf(question, state))
    .filter(
      (instance): instance is Instance<CriterionQuestion> => instance.question.type === 'criterion',
    )
}
