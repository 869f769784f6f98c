import { Hand, Monitor, Moon, Sun, SunMedium } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#domain/shared/text.ts'
import { HANDS, setHand, setTheme, THEMES, useAppearance } from '#ui/appearance.ts'
import { ChoiceList } from '#ui/choice-list.tsx'
import { useAutoAdvance } from '#ui/form/use-auto-advance.ts'
import { setLanguage, useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import styles from './settings.module.css'

const THEME_ICONS = { system: Monitor, light: SunMedium, dark: Moon, jour: Sun } as const

export function AppearanceSettings() {
  const { t } = useTranslation('settings')
  const { theme, hand } = useAppearance()
  const language = useLanguage()
  const [autoAdvance, setAutoAdvance] = useAutoAdvance()
  return (
    <Section title={t('appearance')}>
      <div className={styles.choices}>
        <ChoiceList
          label={t('theme')}
          options={THEMES.map((code) => ({
            code,
            label: t(`theme_${code}`),
            help: t(`theme_${code}_help`),
            icon: THEME_ICONS[code],
          }))}
          value={[theme]}
          onChange={([code]) => {
            const chosen = THEMES.find((each) => each === code)
            if (chosen) setTheme(chosen)
          }}
        />
        <ChoiceList
          label={t('hand')}
          options={HANDS.map((code) => ({ code, label: t(`hand_${code}`), icon: Hand }))}
          value={[hand]}
          onChange={([code]) => {
            const chosen = HANDS.find((each) => each === code)
            if (chosen) setHand(chosen)
          }}
        />
        <ChoiceList
          label={t('language')}
          options={LANGUAGES.map((code) => ({ code, label: t(`language_${code}`) }))}
          value={[language]}
          onChange={([code]) => {
            const chosen = LANGUAGES.find((each) => each === code)
            if (chosen) reportFailure(setLanguage(chosen))
          }}
        />
        <ChoiceList
          label={t('entry')}
          multiple
          options={[{ code: 'on', label: t('autoAdvance'), help: t('autoAdvanceHelp') }]}
          value={autoAdvance ? ['on'] : []}
          onChange={(codes) => setAutoAdvance(codes.includes('on'))}
        />
      </div>
    </Section>
  )
}
