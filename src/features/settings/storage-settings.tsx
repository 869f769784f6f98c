import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askPersistence, type Persistence, readPersistence } from '#data/persist.ts'
import { Button } from '#ui/button.tsx'
import { formatBytes } from '#ui/format-bytes.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Loading } from '#ui/loading.tsx'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'

/** What the browser promises about what is kept here: its own answer, never ours. */
export function StorageSettings() {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [persistence, setPersistence] = useState<Persistence>()
  const [wasAsked, setWasAsked] = useState(false)

  useEffect(() => {
    let current = true
    reportFailure(
      readPersistence().then((answer) => {
        if (current) setPersistence(answer)
      }),
    )
    return () => {
      current = false
    }
  }, [])

  async function ask() {
    setPersistence(await askPersistence())
    setWasAsked(true)
  }

  const space = persistence && persistence.kind !== 'unsupported' ? persistence.space : undefined
  return (
    <Section title={t('storage')}>
      {!persistence && <Loading />}
      {persistence?.kind === 'persistent' && <Notice tone="ok">{t('storageKept')}</Notice>}
      {persistence?.kind === 'unsupported' && <Notice tone="watch">{t('storageUnknown')}</Notice>}
      {persistence?.kind === 'at-risk' && (
        <Notice
          tone="watch"
          title={t(wasAsked ? 'storageRefused' : 'storageAtRisk')}
          action={
            <Button onClick={() => reportFailure(ask())}>
              {t(wasAsked ? 'askAgain' : 'askStorage')}
            </Button>
          }
        >
          {t('storageAtRiskText')}
        </Notice>
      )}
      {space && (
        <p>
          {t('space', {
            used: formatBytes(space.usedBytes, language),
            quota: formatBytes(space.quotaBytes, language),
          })}
        </p>
      )}
    </Section>
  )
}
