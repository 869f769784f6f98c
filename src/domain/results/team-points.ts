import type { Answers, CriterionQuestion, Form } from '../form/form.ts'
import { evaluateForm } from '../form/form-state.ts'
import { criteriaOf } from '../form/instances.ts'
import { sectionsOf } from '../form/relevance.ts'
import { stepOf } from '../form/scales.ts'

/** How often a criterion is met, over one audit or over the files of a round. */
export interface TeamPoint {
  readonly criterion: CriterionQuestion
  readonly met: number
  /** Met, partly met or not; « non applicable » and what was not answered count nowhere. */
  readonly n: number
}

export interface TeamPoints {
  readonly met: number
  readonly n: number
  /** The best first. */
  readonly strong: readonly TeamPoint[]
  /** The weakest first. */
  readonly weak: readonly TeamPoint[]
}

const SHOWN = 3

/**
 * What a team reads of its result: the whole as a count, its three strongest and three weakest points
 * (R-RES-2). Only « oui » is met. Among equals come the impératifs and the blocking criteria, the
 * heavier, then the order of the form. A criterion stands in one list only: met more often than not
 * it may be a strength, never fully met it may be a weakness, and the weaknesses are chosen first.
 */
export function teamPoints(form: Form, answered: readonly Answers[]): TeamPoints {
  const counts = new Map<string, { criterion: CriterionQuestion; met: number; n: number }>()
  for (const answers of answered) {
    const state = evaluateForm(form, answers)
    for (const { questions } of sectionsOf(state)) {
      for (const { key, question } of criteriaOf(questions, state)) {
        const reading = stepOf(question, answers.get(key))?.reading
        if (reading !== 'met' && reading !== 'partly' && reading !== 'unmet') continue
        const count = counts.get(question.id) ?? { criterion: question, met: 0, n: 0 }
        count.met += reading === 'met' ? 1 : 0
        count.n += 1
        counts.set(question.id, count)
      }
    }
  }
  const points = [...counts.values()].sort((a, b) => weightOf(b) - weightOf(a))
  const share = ({ met, n }: TeamPoint) => met / n
  const weak = points
    .filter(({ met, n }) => met < n)
    .sort((a, b) => share(a) - share(b))
    .slice(0, SHOWN)
  const strong = points
    .filter((point) => share(point) > 0.5 && !weak.includes(point))
    .sort((a, b) => share(b) - share(a))
    .slice(0, SHOWN)
  const sum = (of: (point: TeamPoint) => number) => points.reduce((all, each) => all + of(each), 0)
  return { met: sum(({ met }) => met), n: sum(({ n }) => n), strong, weak }
}

/** Before any tie of weight, what the law or the grid itself sets apart. */
function weightOf({ criterion }: TeamPoint): number {
  const apart = criterion.imperatif !== undefined || criterion.blocking
  return (apart ? 1_000 : 0) + (criterion.weight ?? 1)
}
