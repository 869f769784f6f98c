import type { Choice, ChoiceQuestion, Question } from '#domain/form/form.ts'
import { declareEvent } from '#domain/form/library/declare-event.ts'
import { visibleChoices, visibleQuestions } from '#domain/form/relevance.ts'
import type { Draft } from './draft.ts'

/** The first two stops, each a screen of its own; every other question is a detail. */
const ALONE = ['family', 'gravity']

type Answered = Pick<Draft, 'answers'>

const answersOf = (draft: Answered) => new Map(Object.entries(draft.answers))

export function askedQuestions(draft: Answered): readonly Question[] {
  return visibleQuestions(declareEvent, answersOf(draft))
}

export function detailQuestions(draft: Answered): readonly Question[] {
  return askedQuestions(draft).filter(({ id }) => !ALONE.includes(id))
}

/** A question of the form known to offer choices; without it the form is not the one built in. */
export function choiceQuestion(draft: Answered, id: string): ChoiceQuestion {
  const question = askedQuestions(draft).find((each) => each.id === id)
  if (question?.type !== 'single' && question?.type !== 'multiple') {
    throw new Error(`The declaration has no choice named ${id}`)
  }
  return question
}

/** The chips of a fall are not those of a medicine. */
export function offeredChoices(question: ChoiceQuestion, draft: Answered): readonly Choice[] {
  return visibleChoices(question, answersOf(draft))
}
