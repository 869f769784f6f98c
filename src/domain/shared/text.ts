import { frenchSpaces } from './typography.ts'

export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A sentence carried by data (a criterion, a phrase), in each language of the product. */
export interface Text {
  readonly fr: string
  readonly en: string
}

/** The sentence in the reader's language, with the spacing that language asks. */
export function textIn(text: Text, language: Language): string {
  return language === 'fr' ? frenchSpaces(text.fr) : text.en
}

/** Someone's own words: « … » in French with its no-break spaces, “…” in English. */
export function quoted(words: string, language: Language): string {
  const said = words.trim()
  return language === 'fr' ? frenchSpaces(`« ${said} »`) : `“${said}”`
}
