import type { Choice, ChoiceQuestion, Question } from '#domain/form/form.ts'
import { declareEvent, whenFamilyIs } from '#domain/form/library/declare-event.ts'
import type { Draft } from './draft.ts'

/** The first two stops, each a screen of its own; every other question is a detail. */
const ALONE = ['family', 'gravity']

/*
 * The form engine weighs more than this whole step and would find the same: no question of this form
 * depends on another, and a choice depends on the family alone (`tests/domain/form/declare-event.test.ts`
 * holds both).
 */
export const ASKED: readonly Question[] = declareEvent.sections.flatMap(
  ({ questions }) => questions,
)
export const DETAIL_QUESTIONS = ASKED.filter(({ id }) => !ALONE.includes(id))

/** A question of the form known to offer choices; without it the form is not the one built in. */
export function choiceQuestion(id: string): ChoiceQuestion {
  const question = ASKED.find((each) => each.id === id)
  if (question?.type !== 'single' && question?.type !== 'multiple') {
    throw new Error(`The declaration has no choice named ${id}`)
  }
  return question
}

/** The chips of a fall are not those of a medicine. */
export function offeredChoices(
  question: ChoiceQuestion,
  { answers }: Pick<Draft, 'answers'>,
): readonly Choice[] {
  const wanted = JSON.stringify(whenFamilyIs(String(answers.family)))
  return question.choices.filter(
    ({ relevance }) => relevance === undefined || JSON.stringify(relevance) === wanted,
  )
}
