import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import styles from './full-page.module.css'

/** Why the app may not take a single keystroke here. */
export type Blocked = 'insecure' | 'noStorage' | 'newerData' | 'openFailed'

/** Said before anything can be typed: what would be lost is never asked for. */
export function BlockedScreen({ reason }: { readonly reason: Blocked }) {
  const { t } = useTranslation('shell')
  return (
    <main id="main" className={styles.page}>
      <title>{`${t(`${reason}Title`)} · Escale`}</title>
      <h1>{t(`${reason}Title`)}</h1>
      <p>{t(`${reason}Text`)}</p>
      <p>{t(`${reason}Do`)}</p>
      <div className={styles.buttons}>
        <Button tone="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </main>
  )
}
