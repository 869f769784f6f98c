import { parseDay } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import { formatDay } from '#ui/format.ts'

/** « Mardi 24 nov. », at the head of a line. */
export function dayWords(text: string, language: Language): string {
  const day = parseDay(text)
  if (!day) return text
  const words = formatDay(day, language, 'weekday')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
