import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { InstallSteps } from './install-steps.tsx'
import { INSTALL_TEXTS } from './install-texts.ts'

/** On a start page, until it is done or put off for good; the settings keep it. */
export function InstallNotice({ onLater }: { readonly onLater: () => void }) {
  const { t } = useTranslation(INSTALL_TEXTS)
  return (
    <Notice
      title={t('title')}
      action={
        <Button tone="quiet" onClick={onLater}>
          {t('later')}
        </Button>
      }
    >
      <p className="measure">{t('why')}</p>
      <InstallSteps />
    </Notice>
  )
}
