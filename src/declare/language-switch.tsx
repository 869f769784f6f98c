import { Button } from '#ui/button.tsx'
import { changeLanguage, useTexts } from './use-texts.ts'

/** One tap, and named in the other language: whoever needs it cannot read this one. */
export function LanguageSwitch() {
  const { t, language } = useTexts()
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <Button tone="quiet" lang={other} onClick={() => changeLanguage(other)}>
      {t('otherLanguage')}
    </Button>
  )
}
