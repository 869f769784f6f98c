import type { EasyWords } from '../form/easy-words.ts'
import type { Form } from '../form/form.ts'
import { criteriaFor } from './audience.ts'

/** A question the person answers alone, and the criterion it asks about. */
export interface EasyQuestion extends EasyWords {
  readonly criterion: string
}

/**
 * The easy questions of a guide, in its order (R-TRA-5). Empty for a guide nobody wrote them for:
 * rewording is a person's work, never a machine's.
 */
export function easyQuestions(form: Form): readonly EasyQuestion[] {
  return criteriaFor(form, 'person').flatMap(({ id, easy }) =>
    easy && easy.ask.fr.trim() !== '' ? [{ criterion: id, ...easy }] : [],
  )
}
