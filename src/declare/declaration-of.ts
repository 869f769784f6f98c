import { declareEvent } from '#domain/form/library/declare-event.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Declaration } from '#protocol/intake.ts'
import { ASKED, offeredChoices } from './choice-question.ts'
import type { Draft } from './draft.ts'

/**
 * What the envelope will hold. « Personne » sends neither name nor hour, whatever was typed before
 * the choice changed. Chips of a family left aside (« sol mouillé » of a fall that became a
 * medicine) are not sent: nobody sees them on the screen any more.
 */
export function declarationOf(
  draft: Draft & { readonly identity: NonNullable<Draft['identity']> },
  receipt: string,
): Declaration {
  const declaration: Declaration = {
    form: declareEvent.id,
    formVersion: declareEvent.version,
    answers: shownAnswers(draft),
    identity: draft.identity,
    occurredOn: draft.occurredOn,
    receipt,
  }
  if (draft.photo) declaration.photo = draft.photo
  if (draft.identity === 'anonymous') return declaration
  if (draft.occurredAt !== '') declaration.occurredAt = draft.occurredAt
  const [name, contact] = [draft.name.trim(), draft.contact.trim()]
  if (name !== '' || contact !== '') declaration.declarant = { name, contact }
  return declaration
}

function shownAnswers(draft: Draft): Record<string, Json> {
  const answers: Record<string, Json> = {}
  for (const question of ASKED) {
    const value = draft.answers[question.id]
    if (Array.isArray(value) && question.type === 'multiple') {
      const offered = new Set(offeredChoices(question, draft).map(({ code }) => code))
      const taken = value.filter((code) => typeof code === 'string' && offered.has(code))
      if (taken.length > 0) answers[question.id] = taken
    } else if (typeof value === 'string' && value.trim() !== '') {
      answers[question.id] = value.trim()
    }
  }
  return answers
}
