import { useTranslation } from 'react-i18next'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { FORM_TEXTS } from '#ui/form/form-texts.ts'

/** Says which words would let someone be recognised; it warns and never refuses what is typed. */
export function useNameWarning(): (text: string) => string | undefined {
  const { t } = useTranslation(FORM_TEXTS)
  return (text) => {
    const [first] = findPersonalData(text)
    return first && t('nameWarning', { words: first.found.trim() })
  }
}
