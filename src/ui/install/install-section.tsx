import { useTranslation } from 'react-i18next'
import { Section } from '#ui/section.tsx'
import { isInstalled } from './install.ts'
import { InstallSteps } from './install-steps.tsx'
import { INSTALL_TEXTS } from './install-texts.ts'

/** In the settings: installed, or how. An app opened from its icon keeps its data better than a tab. */
export function InstallSection() {
  const { t } = useTranslation(INSTALL_TEXTS)
  return (
    <Section title={t('title')}>
      {isInstalled() ? (
        <p>{t('installed')}</p>
      ) : (
        <>
          <p className="measure">{t('why')}</p>
          <InstallSteps />
        </>
      )}
    </Section>
  )
}
