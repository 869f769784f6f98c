import type { Form } from '#domain/form/form.ts'
import type { JsonRecord } from '../is-record.ts'
import { canonicalOf } from './canonical-of.ts'
import { textOf } from './extensions.ts'

/** Whether a QuestionnaireResponse answers this form: in the same version, in another, or not at all. */
export function answersWhichForm(
  form: Form,
  response: JsonRecord,
): 'same' | 'other-version' | 'no' {
  const asked = textOf(response.questionnaire)
  const own = canonicalOf(form)
  if (asked === own) return 'same'
  return bare(asked) === bare(own) ? 'other-version' : 'no'
}

function bare(canonical: string): string {
  return canonical.replace(/\|.*$/, '')
}
