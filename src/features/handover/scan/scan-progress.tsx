import { useTranslation } from 'react-i18next'
import { type FrameSet, missingFrames } from '#protocol/qr-frames.ts'
import { Notice } from '#ui/notice.tsx'

/** Which codes were read and which are still to come. */
export function ScanProgress({
  set,
  sawOther,
}: {
  readonly set: FrameSet | undefined
  readonly sawOther: boolean
}) {
  const { t } = useTranslation('handover')
  if (!set) return <p>{t('scanWaiting')}</p>
  const missing = missingFrames(set)
  return (
    <>
      <p>
        {t('scanProgress', { got: set.frames.size, count: set.count })}{' '}
        {missing.length > 0 &&
          t('scanMissing', { count: missing.length, list: missing.join(', ') })}
      </p>
      {sawOther && <Notice tone="watch" title={t('scanOther')} />}
    </>
  )
}
