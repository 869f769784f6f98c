import { useSyncExternalStore } from 'react'
import type { Language, Text } from '#domain/shared/text.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { fr } from './fr.ts'
import { type Dictionary, PHONE_LANGUAGES, type PhoneLanguage, wordIn } from './languages.ts'

/*
 * The texts of the light entry, written as everywhere else (flat keys, `{{value}}`, `_one` and
 * `_other`) and read by these few lines: i18next weighs 14 kB gzip of a page that may weigh 120.
 */
/** The same key as the app: a phone is read in one language. */
const KEPT_AS = 'escale.language'

type WithoutPlural<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K
export type TextKey = WithoutPlural<keyof typeof fr>
export type TextValues = Readonly<Record<string, string | number>>
export type Say = (key: TextKey, values?: TextValues) => string

interface Spoken extends Dictionary {
  readonly code: string
  /** Of days, and of the screens that have only the complete languages. */
  readonly base: Language
  /** What fills the sentences that are missing. */
  readonly filler: Dictionary['texts']
}

const FRENCH: Spoken = { code: 'fr', base: 'fr', texts: fr, filler: fr }
let current = FRENCH
const listeners = new Set<() => void>()

/** French first; another when this phone was last read in it. */
export function startTexts(languages = PHONE_LANGUAGES): Promise<void> {
  return use(localStorage.getItem(KEPT_AS) ?? 'fr', languages)
}

/** Rejects when a language not yet loaded cannot be: the phone goes on in the one it was in. */
export async function changeLanguage(code: string, languages = PHONE_LANGUAGES): Promise<void> {
  await use(code, languages)
  localStorage.setItem(KEPT_AS, current.code)
}

async function use(code: string, languages: Readonly<Record<string, PhoneLanguage>>) {
  const language = languages[code]
  if (!language) current = FRENCH
  else {
    const [dictionary, filler] = await Promise.all([
      language.load(),
      languages[language.base]?.load(),
    ])
    current = { ...dictionary, code, base: language.base, filler: filler?.texts ?? fr }
  }
  document.documentElement.lang = current.code
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A sentence of a dictionary with its values in place, its plural and its spaces. */
export function sentence(
  language: Language,
  dictionary: Readonly<Record<string, string | undefined>>,
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

export function useTexts(): {
  t: Say
  /** A word of the form. */
  say: (text: Text) => string
  /** Of days, and of the screens that have only the complete languages. */
  language: Language
  code: string
} {
  const spoken = useSyncExternalStore(subscribe, () => current)
  return {
    t: (key, values) => sentence(spoken.base, { ...spoken.filler, ...spoken.texts }, key, values),
    say: (text) => {
      const word = wordIn(text, spoken, spoken.base)
      return spoken.base === 'fr' ? frenchSpaces(word) : word
    },
    language: spoken.base,
    code: spoken.code,
  }
}
