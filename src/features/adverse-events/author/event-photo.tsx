import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { photoId } from '#domain/adverse-event/event-dialogue.ts'
import { textField } from '#domain/shared/json.ts'
import { Section } from '#ui/section.tsx'
import styles from './author.module.css'

/** The photo that came in the envelope, when there is one. */
export function EventPhoto({ event }: { event: AdverseEvent }) {
  const { t } = useTranslation('event-author')
  const record = useRecords('event-photo', event.site).find(({ id }) => id === photoId(event.id))
  const url = usePicture(record ? textField(record.fields, 'jpeg') : '')
  if (!url) return null
  return (
    <Section title={t('photo')} note={t('photoNote')}>
      <img className={styles.photo} src={url} alt={t('photo')} />
    </Section>
  )
}

/** An address for the picture while it is shown; the page's policy takes no `data:`. */
function usePicture(jpeg: string): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!jpeg) return
    const bytes = Uint8Array.from(atob(jpeg), (char) => char.charCodeAt(0))
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
    setUrl(made)
    return () => {
      setUrl(undefined)
      URL.revokeObjectURL(made)
    }
  }, [jpeg])
  return url
}
