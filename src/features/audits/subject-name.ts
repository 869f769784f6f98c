import type { TFunction } from 'i18next'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'

/** Chooses the words of what an audit is about: one of the premises, or a person. */
export function subjectContext({ unit }: Pick<Form, 'unit'>) {
  return { context: unit === 'person' ? 'person' : 'premises' } as const
}

/** « cuisine », « personne 12 »; empty for an audit of a whole home. */
export function subjectName(
  t: TFunction<'audits'>,
  form: Pick<Form, 'unit'>,
  { subject }: Pick<Filling, 'subject'>,
): string {
  return subject && t('subjectSaid', { subject, ...subjectContext(form) })
}
