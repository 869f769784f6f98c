import type { Language, Text } from '#domain/shared/text.ts'
import { fr } from './fr.ts'

/** What a language gives. A sentence it lacks is read in its `base`, so it may grow line by line. */
export interface Dictionary {
  readonly texts: Partial<Record<keyof typeof fr, string>>
  /** Words of the form (tiles, gravity, chips), by their French. */
  readonly words?: Readonly<Record<string, string>>
}

export interface PhoneLanguage {
  /** As its readers call it. */
  readonly name: string
  /** Which complete language fills what is missing, and writes its days. */
  readonly base: Language
  readonly load: () => Promise<Dictionary>
}

/**
 * The languages of the ward phone; its first screen offers those that are here. Six were wanted
 * possible: Spanish, Portuguese, Haitian and Guadeloupean Creole are each one dictionary and one line
 * away, written by people who speak them. French is in the page; the others are loaded when chosen.
 */
export const PHONE_LANGUAGES: Readonly<Record<string, PhoneLanguage>> = {
  fr: { name: 'Français', base: 'fr', load: async () => ({ texts: fr }) },
  en: { name: 'English', base: 'en', load: async () => ({ texts: (await import('./en.ts')).en }) },
}

/** A word of the form in this language, or in its base. */
export function wordIn(text: Text, dictionary: Dictionary, base: Language): string {
  return dictionary.words?.[text.fr] ?? text[base]
}
