import { sentence, type TextValues, useTexts } from '../use-texts.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type AnswerKey = keyof typeof fr
const DICTIONARIES = { fr, en }

/** The texts of this screen, loaded with it. */
export function useAnswerTexts() {
  const { language } = useTexts()
  return {
    language,
    t: (key: AnswerKey, values?: TextValues) =>
      sentence(language, DICTIONARIES[language], key, values),
  }
}
