import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import type { Text } from '#domain/shared/text.ts'

/** Words of the chips taken, in the version the event was declared with; unknown codes stay codes. */
export function chosenLabels(event: AdverseEvent, questionId: string): Text[] {
  const codes = event.answers.get(questionId)
  if (!Array.isArray(codes)) return []
  const question = findForm(event.form, event.formVersion)
    ?.sections.flatMap(({ questions }) => questions)
    .find(({ id }) => id === questionId)
  const choices = question && 'choices' in question ? question.choices : []
  return codes.map(
    (code) =>
      choices.find((choice) => choice.code === code)?.label ?? { fr: `${code}`, en: `${code}` },
  )
}
