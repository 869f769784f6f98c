import type { CriterionQuestion, Form, Section } from '#domain/form/form.ts'

export interface CriterionPair {
  readonly person: CriterionQuestion
  readonly professionals: CriterionQuestion
}

/** Both interviews follow the same subjects in the same order: the nth of one faces the nth of the other. */
export function pairedCriteria(form: Form): readonly CriterionPair[] {
  const professionals = criteriaOf(form, 'professionals')
  return criteriaOf(form, 'person').flatMap((person, at) => {
    const facing = professionals[at]
    return facing ? [{ person, professionals: facing }] : []
  })
}

export function criteriaOf(
  form: Form,
  audience: Section['audience'],
): readonly CriterionQuestion[] {
  return form.sections
    .filter((section) => section.audience === audience)
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}
