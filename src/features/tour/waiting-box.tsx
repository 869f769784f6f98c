import { ListChecks } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSyncStatus, useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatStamp } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import styles from './round.module.css'

/** What the server does not have yet, counted from what is on disk. */
export function WaitingBox() {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const { profile } = useWorkspace()
  const { waiting, setAside, lastContactAt, allSent } = useSyncStatus()
  const photos = waiting.reduce((sum, record) => sum + record.photos, 0)
  const items = [
    waiting.length > 0 && t('waitingItems', { count: waiting.length }),
    photos > 0 && t('waitingPhotos', { count: photos }),
  ].filter((item) => item !== false)
  const zone = profile.dispositif.timeZone

  return (
    <section className={styles.waiting} aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('waitingTitle')}</h2>
      {items.length > 0 ? (
        <>
          <p className={styles.count}>
            {items.map((item) => (
              <span className={styles.line} key={item}>
                {item}
              </span>
            ))}
          </p>
          <p>{t('waitingHelp')}</p>
        </>
      ) : (
        <p>{allSent ? t('nothingWaits') : t('nothingWaitsYet')}</p>
      )}
      {setAside.length > 0 && (
        <p className={styles.alert}>{t('setAside', { count: setAside.length })}</p>
      )}
      <p>
        {lastContactAt === undefined
          ? t('neverReceived')
          : t('lastConfirmed', { stamp: formatStamp(lastContactAt, language, zone) })}
      </p>
      <ButtonLink wide icon={ListChecks} to={paths.sync()}>
        {t(items.length > 0 || setAside.length > 0 ? 'seeWaiting' : 'seeSync')}
      </ButtonLink>
    </section>
  )
}
