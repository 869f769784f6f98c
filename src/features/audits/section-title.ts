import type { Section } from '#domain/form/form.ts'
import type { Text } from '#domain/shared/text.ts'

/** « A. Organisation »: a section named by a letter says it, for criteria are called A1, A2. */
export function sectionTitle({ id, title }: Section, text: (text: Text) => string): string {
  return /^[A-Z]$/.test(id) ? `${id}. ${text(title)}` : text(title)
}
