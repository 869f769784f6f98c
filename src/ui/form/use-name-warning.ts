import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { FORM_TEXTS } from './form-texts.ts'

/** What finds words that would let someone be recognised (`domain/adverse-event/personal-data-guard.ts`). */
type FindNames = (text: string) => readonly { readonly found: string }[]

/** Says which words would let someone be recognised; it warns and never refuses what is typed. */
export function useNameWarning(find: FindNames): (text: string) => string | undefined {
  const { t } = useTranslation(FORM_TEXTS)
  return useCallback(
    (text) => {
      const [first] = find(text)
      return first && t('nameWarning', { words: first.found.trim() })
    },
    [find, t],
  )
}
