import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Stops } from '#ui/stops.tsx'
import { needsHomeScreen, useInstallPrompt } from './install.ts'
import { INSTALL_TEXTS } from './install-texts.ts'

/** How to put the app on this very device: the browser's own question where it has one. */
export function InstallSteps() {
  const { t } = useTranslation(INSTALL_TEXTS)
  const prompt = useInstallPrompt()
  if (needsHomeScreen(navigator)) {
    const steps = ['iPadShare', 'iPadAdd', 'iPadOpen'] as const
    return (
      <Stops
        label={t('iPadSteps')}
        items={steps.map((step) => ({ id: step, title: t(step), state: 'ahead' }))}
      />
    )
  }
  return prompt ? (
    <p>
      <Button onClick={prompt}>{t('button')}</Button>
    </p>
  ) : (
    <p className="measure">{t('otherDevicesText')}</p>
  )
}
