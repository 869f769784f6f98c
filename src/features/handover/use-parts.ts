import { useTranslation } from 'react-i18next'

/** « 12 saisies, 3 photos »: counts, and nothing of what they hold. */
export function useParts() {
  const { t } = useTranslation('handover')
  return ({ operations, photos }: { readonly operations: number; readonly photos: number }) =>
    [
      operations > 0 && t('operations', { count: operations }),
      photos > 0 && t('photos', { count: photos }),
    ]
      .filter(Boolean)
      .join(', ')
}
