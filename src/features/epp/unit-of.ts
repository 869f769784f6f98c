import type { Form } from '#domain/form/form.ts'

/** Chooses the words of what one line of a round is: a file, an observed moment, a person. */
export function unitOf({ unit }: Pick<Form, 'unit'>) {
  return { context: unit === 'opportunity' || unit === 'person' ? unit : 'file' } as const
}
