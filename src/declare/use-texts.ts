import { useSyncExternalStore } from 'react'
import { LANGUAGES, type Language } from '#domain/shared/text.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/*
 * The texts of the light entry, written as everywhere else (flat keys, `{{value}}`, `_one` and
 * `_other`) and read by these few lines: i18next weighs 14 kB gzip of a page that may weigh 120.
 */
const DICTIONARIES: Record<Language, Record<keyof typeof fr, string>> = { fr, en }
/** The same key as the app: a phone is read in one language. */
const KEPT_AS = 'escale.language'

type WithoutPlural<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K
export type TextKey = WithoutPlural<keyof typeof fr>
export type TextValues = Readonly<Record<string, string | number>>
export type Say = (key: TextKey, values?: TextValues) => string

let current: Language = 'fr'
const listeners = new Set<() => void>()

/** French first; English when this phone was last read in English. */
export function startTexts(): void {
  use(LANGUAGES.find((language) => language === localStorage.getItem(KEPT_AS)) ?? 'fr')
}

export function changeLanguage(language: Language): void {
  localStorage.setItem(KEPT_AS, language)
  use(language)
}

function use(language: Language) {
  current = language
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A sentence with its values in place, its plural and its spaces. */
export function textOf(language: Language, key: TextKey, values: TextValues = {}): string {
  return sentence(language, DICTIONARIES[language], key, values)
}

/** As `textOf`, from the dictionary of a screen that is loaded when it is asked for. */
export function sentence(
  language: Language,
  dictionary: Readonly<Record<string, string>>,
  key: string,
  values: TextValues = {},
): string {
  const plural =
    typeof values.count === 'number' ? new Intl.PluralRules(language).select(values.count) : ''
  const form =
    dictionary[`${key}_${plural}`] ?? dictionary[`${key}_other`] ?? dictionary[key] ?? key
  const text = form.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  return language === 'fr' ? frenchSpaces(text) : text
}

export function useTexts(): { t: Say; language: Language } {
  const language = useSyncExternalStore(subscribe, () => current)
  return { t: (key, values) => textOf(language, key, values), language }
}
