import { useTranslation } from 'react-i18next'
import type { Poster } from '#protocol/access.ts'
import { declarePath } from '#src/paths.ts'
import { QrCode } from '#ui/qr-code.tsx'
import styles from './posters.module.css'

/** What hangs on the wall of a unit: one gesture, what happens next, who will read. */
export function WallPoster({ poster }: { readonly poster: Poster }) {
  const { t } = useTranslation('access')
  const link = `${location.origin}${declarePath}#${poster.token}`
  const place = `${poster.siteName}, ${poster.unitName}`
  return (
    <article className={styles.sheet} aria-label={place}>
      <p className={styles.place}>{place}</p>
      <h2>{t('posterTitle')}</h2>
      <p className={styles.lead}>{t('posterLead')}</p>
      <QrCode text={link} label={t('posterQr', { place })} size={18} />
      <ol className={styles.steps}>
        <li>{t('posterStep1')}</li>
        <li>{t('posterStep2')}</li>
        <li>{t('posterStep3')}</li>
      </ol>
      <p className={styles.note}>{t('posterNote')}</p>
    </article>
  )
}
