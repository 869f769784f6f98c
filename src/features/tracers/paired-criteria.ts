import type { CriterionQuestion, Form } from '#domain/form/form.ts'
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
