import i18next from 'i18next'
import { useCallback, useSyncExternalStore } from 'react'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language, type Text, textIn } from '#domain/shared/text.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { fr } from './fr.ts'
import { keepChoice, readChoice } from './local-choice.ts'

const STORAGE_KEY = 'escale.language'

interface TextsOnDemand {
  readonly namespace: string
  readonly read: () => Promise<Record<string, string>>
}

/** English texts not read yet: when French is in use, until someone changes. */
const onDemand = new Set<TextsOnDemand>([
  { namespace: 'ui', read: async () => (await import('./en.ts')).en },
])

// Started with the module: features register their texts as they load, before or after the shell.
// French is bundled, for it is also what shows when another language lacks a text.
i18next
  .use({
    type: 'postProcessor' as const,
    name: 'frenchSpaces',
    process: (value: string, _key: string, options: { lng?: string }, translator: unknown) => {
      const language = options.lng ?? (translator as { language?: string }).language
      return language === 'en' ? value : frenchSpaces(value)
    },
  })
  .use(initReactI18next)
  .init({
    lng: 'fr',
    fallbackLng: 'fr',
    supportedLngs: LANGUAGES,
    initAsync: false,
    resources: { fr: { ui: fr } },
    ns: ['ui'],
    defaultNS: 'ui',
    postProcess: ['frenchSpaces'],
    // React escapes already; twice would print « &#39; ».
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  .catch((error: unknown) => {
    throw error
  })

/** Says in which language to begin, and marks the document so that screen readers follow. */
export async function startI18n(language: Language): Promise<void> {
  if (language === 'en') await Promise.all([...onDemand].map(readEnglish))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Registers a feature's texts under its namespace. Safe to repeat. */
export function addTexts<Key extends string>(
  namespace: string,
  texts: { readonly fr: Record<Key, string>; readonly en: Record<Key, string> },
): void {
  i18next.addResourceBundle('fr', namespace, texts.fr, true, true)
  i18next.addResourceBundle('en', namespace, texts.en, true, true)
}

/**
 * As `addTexts`, for what the first screen needs: English comes in a file of its own, read at once
 * when it is the language in use, else when someone chooses it. Every file is kept on the device with
 * the app, so that choosing works without the network.
 */
export async function addTextsOnDemand<Key extends string>(
  namespace: string,
  texts: { readonly fr: Record<Key, string>; readonly en: () => Promise<Record<Key, string>> },
): Promise<void> {
  i18next.addResourceBundle('fr', namespace, texts.fr, true, true)
  const later: TextsOnDemand = { namespace, read: texts.en }
  onDemand.add(later)
  if (readLanguage(i18next.language) === 'en') await readEnglish(later)
}

async function readEnglish(later: TextsOnDemand): Promise<void> {
  // A file that cannot be had leaves French, as any missing text does, and the app still opens.
  const texts = await later.read().catch(() => undefined)
  if (!texts) return
  i18next.addResourceBundle('en', later.namespace, texts, true, true)
  onDemand.delete(later)
}

/** Changes the language of this device, from now on. */
export async function setLanguage(language: Language): Promise<void> {
  keepChoice(STORAGE_KEY, language)
  await startI18n(language)
}

/** The language chosen on this device, French until someone chooses. */
export function storedLanguage(): Language {
  return readLanguage(readChoice(STORAGE_KEY) ?? 'fr')
}

/** The language of the reader, as a value that changes when the person changes it. */
export function useLanguage(): Language {
  // Not through the library's hook, which prepares some thirty values: nearly every component asks.
  return useSyncExternalStore(subscribeToLanguage, () => readLanguage(i18next.language))
}

function subscribeToLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}

/** Reads the sentences that data carries (a criterion, a phrase) in the reader's language. */
export function useText(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text: Text) => textIn(text, language), [language])
}

function readLanguage(code: string): Language {
  return LANGUAGES.find((language) => code.startsWith(language)) ?? 'fr'
}
