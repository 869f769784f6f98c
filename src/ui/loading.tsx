import { useTranslation } from 'react-i18next'
import styles from './loading.module.css'

/** Nothing for a second, then a sentence. The delay is CSS: no timer to clear, no shimmer. */
export function Loading({ label }: { readonly label?: string | undefined }) {
  const { t } = useTranslation('ui')
  return (
    <p role="status" className={styles.loading}>
      {label ?? t('loading')}
    </p>
  )
}
