import { useTranslation } from 'react-i18next'
import { attachPhoto } from '#data/attach-photo.ts'
import { useRecord, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { fieldsBelow } from '#domain/shared/json.ts'
import { PhotoTaker } from '#ui/form/photo-taker.tsx'

/** Pictures of an acknowledgement or a registered letter, beside the sending they prove. */
export function ProofPhotos({
  event,
  sending,
  editable,
}: {
  event: AdverseEvent
  sending: string
  editable: boolean
}) {
  const { t } = useTranslation('event-clocks')
  const { writer } = useWorkspace()
  const record = useRecord(event.id)
  const kept =
    record.kind === 'ready'
      ? fieldsBelow(record.snapshot.fields, `photos.proof-${sending}.`)
      : new Map()
  return (
    <>
      {kept.size > 0 ? (
        <p className="soft small">{t('proofPhotos', { count: kept.size })}</p>
      ) : null}
      {editable ? (
        <PhotoTaker
          label={t('proofPhoto')}
          onPhoto={(file) => attachPhoto(writer, event.id, `proof-${sending}`, file)}
        />
      ) : null}
    </>
  )
}
