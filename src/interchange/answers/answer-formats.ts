import type { Form } from '#domain/form/form.ts'

export type AnswerFormat = 'xlsx' | 'csv' | 'fhir' | 'has'

/** What the answers of a form may leave as; its own columns for one that came from a HAS file. */
export function answerFormats({ carried }: Pick<Form, 'carried'>): readonly AnswerFormat[] {
  return ['xlsx', 'csv', 'fhir', ...(carried?.has ? (['has'] as const) : [])]
}
