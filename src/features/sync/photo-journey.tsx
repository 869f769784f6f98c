import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#data/workspace.ts'
import { formatBytes } from '#ui/format-bytes.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { FAILURE_WORDS } from './failure-words.ts'

/** Photos on their way, apart from the words, which never wait for them; nothing when none is missing. */
export function PhotoJourney({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation('sync')
  const language = useLanguage()
  const { photos, lostPhotos, expectedPhotos } = status
  if (photos.waiting + lostPhotos.length + expectedPhotos.length === 0) return null
  return (
    <Section title={t('photosTitle')} note={t('photosNote')}>
      {photos.waiting > 0 && (
        <p className="measure">
          {t('photosWaiting', {
            count: photos.waiting,
            sent: formatBytes(photos.sentBytes, language),
            total: formatBytes(photos.totalBytes, language),
          })}{' '}
          {photos.sending.kind === 'failed' && t(FAILURE_WORDS[photos.sending.error])}
        </p>
      )}
      {lostPhotos.length > 0 && (
        <p className="measure">{t('photosLost', { count: lostPhotos.length })}</p>
      )}
      {expectedPhotos.length > 0 && (
        <p className="measure">{t('photosExpected', { count: expectedPhotos.length })}</p>
      )}
    </Section>
  )
}
