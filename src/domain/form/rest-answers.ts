import type { Answers, CriterionQuestion, Question } from './form.ts'
import { isAnswered } from './relevance.ts'
import { type Reading, scaleOf, stepReading } from './scales.ts'

/** The criteria among these that wait for an answer. */
export function criteriaLeft(
  questions: readonly Question[],
  answers: Answers,
): readonly CriterionQuestion[] {
  return questions.filter(
    (question): question is CriterionQuestion =>
      question.type === 'criterion' && !isAnswered(answers, question.id),
  )
}

/**
 * The code that reads so on the scale of each criterion, by id; a criterion whose scale has none is not in it.
 * A cotation in points is a judgement of its own: nothing says « conforme » of several at once.
 */
export function restAnswers(
  criteria: readonly CriterionQuestion[],
  reading: Extract<Reading, 'met' | 'not-applicable'>,
): ReadonlyMap<string, string> {
  return new Map(
    criteria.flatMap((criterion) => {
      if (reading === 'met' && scaleOf(criterion).counts !== 'rate') return []
      const step = stepReading(criterion, reading)
      return step ? [[criterion.id, step.code] as const] : []
    }),
  )
}
