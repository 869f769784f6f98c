import { useTranslation } from 'react-i18next'
import { InstallSection } from '#ui/install/install-section.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { version } from '../../../package.json'
import { AppearanceSettings } from './appearance-settings.tsx'
import { DeviceSettings } from './device-settings.tsx'
import { StorageSettings } from './storage-settings.tsx'

/** Choices of this device and what the browser promises about it. Each one acts at once. */
export function SettingsScreen() {
  const { t } = useTranslation('settings')
  return (
    <Page title={t('title')} lead={t('lead')} width="reading">
      <AppearanceSettings />
      <StorageSettings />
      <InstallSection />
      <DeviceSettings />
      <Section title={t('about')}>
        <p>{t('version', { version })}</p>
        <p className="measure">{t('licence')}</p>
      </Section>
    </Page>
  )
}
