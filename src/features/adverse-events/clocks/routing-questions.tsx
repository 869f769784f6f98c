import { useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { LIKELY_CATEGORIES } from '#domain/adverse-event/channels/grave-categories.ts'
import { ROUTING_FORM } from '#domain/adverse-event/channels/routing-questions.ts'
import type { Question } from '#domain/form/form.ts'
import { visibleQuestions } from '#domain/form/relevance.ts'
import { QuestionView } from '#ui/form/question-view.tsx'
import { reportFailure } from '#ui/notices.ts'

/** The few questions of the router, each answer written by itself. */
export function RoutingQuestions({ event }: { event: AdverseEvent }) {
  const { writer, drafts } = useWorkspace()
  return visibleQuestions(ROUTING_FORM, event.routing).map((question) => (
    <QuestionView
      key={question.id}
      question={likelyFirst(question, event)}
      value={event.routing.get(question.id)}
      drafts={drafts}
      draftKey={`routing:${event.id}`}
      onFailure={reportFailure}
      onAnswer={async ({ id }, value) => {
        await writer.set(event.id, { [`routing.${id}`]: value })
        return true
      }}
    />
  ))
}

/** The eleven categories are all there; those that often go with the family are read first. */
function likelyFirst(question: Question, { family }: AdverseEvent): Question {
  if (question.id !== 'categories' || question.type !== 'multiple') return question
  const likely: readonly string[] = LIKELY_CATEGORIES[family]
  return {
    ...question,
    choices: question.choices.toSorted(
      (a, b) => Number(likely.includes(b.code)) - Number(likely.includes(a.code)),
    ),
  }
}
