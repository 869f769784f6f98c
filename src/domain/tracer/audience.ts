import type { CriterionQuestion, Form, Section } from '../form/form.ts'

export type Audience = NonNullable<Section['audience']>

/** Who answers a section of a tracer; the professionals unless it says, so that no section is without a reader. */
export function audienceOf({ audience }: Pick<Section, 'audience'>): Audience {
  return audience ?? 'professionals'
}

/** The criteria one of the two interviews rates, in the order of the form. */
export function criteriaFor(
  { sections }: Pick<Form, 'sections'>,
  audience: Audience,
): readonly CriterionQuestion[] {
  return sections
    .filter((section) => audienceOf(section) === audience)
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}
