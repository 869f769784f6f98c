import { useTranslation } from 'react-i18next'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import styles from './full-page.module.css'

interface ErrorScreenProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** What happened, what is safe, what to do. */
export function ErrorScreen({ error, onRetry }: ErrorScreenProps) {
  const { t } = useTranslation('shell')
  return (
    <main id="main" className={styles.page}>
      <title>{`${t('errorTitle')} · Escale`}</title>
      <h1>{t('errorTitle')}</h1>
      <p>{t('errorSafe')}</p>
      <p>{t('errorDo')}</p>
      <div className={styles.buttons}>
        <Button tone="primary" onClick={onRetry}>
          {t('errorRetry')}
        </Button>
        {/* A plain address: whatever broke, the app begins again from nothing. */}
        <ButtonLink href={paths.home()}>{t('errorHome')}</ButtonLink>
        {/* Within the app: what is in memory can leave even when the disk refuses. */}
        <ButtonLink to={paths.handover()}>{t('errorExport')}</ButtonLink>
      </div>
      <details>
        <summary>{t('errorDetail')}</summary>
        <pre className={styles.detail}>
          {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
        </pre>
      </details>
    </main>
  )
}
