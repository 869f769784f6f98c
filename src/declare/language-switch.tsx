import { Button } from '#ui/button.tsx'
import styles from './language-switch.module.css'
import { PHONE_LANGUAGES } from './languages.ts'
import { changeLanguage, useTexts } from './use-texts.ts'

/** One tap between two, a list beyond; each named in its own words: who needs it reads no other. */
export function LanguageSwitch() {
  const { t, code } = useTexts()
  const others = Object.entries(PHONE_LANGUAGES).filter(([other]) => other !== code)
  // A language that cannot be loaded leaves the phone in the one it is read in.
  const change = (to: string) => changeLanguage(to).catch(() => undefined)
  const [only, second] = others
  if (only && !second) {
    const [other, { name }] = only
    return (
      <Button tone="quiet" lang={other} onClick={() => change(other)}>
        {name}
      </Button>
    )
  }
  return (
    <select
      className={styles.languages}
      aria-label={t('languages')}
      value={code}
      onChange={({ target }) => change(target.value)}
    >
      {Object.entries(PHONE_LANGUAGES).map(([each, { name }]) => (
        <option key={each} value={each} lang={each}>
          {name}
        </option>
      ))}
    </select>
  )
}
