import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import type { Language } from '#domain/shared/text.ts'
import { typed } from './report-format.ts'
import type { ReportTexts } from './report-texts.ts'

/** « cuisine », « personne 12 »: what an audit of a part of a home is about; empty for a whole home. */
export function subjectInWords(
  { unit }: Pick<Form, 'unit'>,
  { subject }: Pick<Filling, 'subject'>,
  t: ReportTexts,
  language: Language,
): string {
  const words = typed(subject, language)
  return words && unit === 'person' ? t('subjectPerson', { subject: words }) : words
}
