import type { Answers, CriterionQuestion, Form } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import { criteriaFor } from '#domain/tracer/audience.ts'

/** One subject, by who was asked about it; a guide may ask more of one side. */
export interface CriterionPair {
  readonly person?: CriterionQuestion
  readonly professionals?: CriterionQuestion
}

/** Both interviews follow the same subjects in the same order: the nth of one faces the nth of the other. */
export function pairedCriteria(form: Form): readonly CriterionPair[] {
  const persons = criteriaFor(form, 'person')
  const professionals = criteriaFor(form, 'professionals')
  const longest = persons.length > professionals.length ? persons : professionals
  return longest.map((_, at) => {
    const [person, facing] = [persons[at], professionals[at]]
    return { ...(person && { person }), ...(facing && { professionals: facing }) }
  })
}

/** The criteria of a subject, the person's first. */
export function sidesOf({ person, professionals }: CriterionPair): readonly CriterionQuestion[] {
  return [person, professionals].filter((side) => side !== undefined)
}

/**
 * How the two views of a subject stand. « Non concerné » and « réponse inadaptée » are no level (R-TRA-3):
 * a pair that holds one is not compared, nor said to agree or to differ.
 */
export function comparePair(pair: CriterionPair, answers: Answers) {
  const sides = sidesOf(pair)
  if (sides.length < 2) return 'one-view'
  const views = sides.map((each) => stepOf(each, answers.get(each.id)))
  if (views.includes(undefined)) return 'open'
  if (views.some((step) => step?.worth === undefined)) return 'not-compared'
  return new Set(views.map((step) => step?.code)).size > 1 ? 'differs' : 'same'
}
