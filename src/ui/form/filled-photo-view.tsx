import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './filled-photo-view.module.css'
import { FORM_TEXTS } from './form-texts.ts'

export interface PhotoAddress {
  readonly sha256: string
  readonly size: number
  readonly mime: string
  readonly width: number
  readonly height: number
}

interface FilledPhotoViewProps {
  readonly photo: PhotoAddress
  readonly alt: string
  readonly load: (photo: PhotoAddress) => Promise<Blob | undefined>
  readonly small?: boolean
}

/** A photo kept on this device, or the sentence that says where it is. */
export function FilledPhotoView({ photo, alt, load, small = false }: FilledPhotoViewProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const url = usePhotoUrl(photo, load)
  const className = small ? `${css.photo} ${css.small}` : css.photo
  if (url === 'absent') return <p className={className}>{t('photoAbsent')}</p>
  if (!url) return <span className={className} aria-hidden />
  return <img className={className} src={url} alt={alt} />
}

function usePhotoUrl(photo: PhotoAddress, load: FilledPhotoViewProps['load']) {
  const [url, setUrl] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a photo is its address; a new snapshot of the same one is not another photo
  useEffect(() => {
    let made: string | undefined
    let gone = false
    load(photo).then(
      (blob) => {
        if (gone) return
        made = blob && URL.createObjectURL(blob)
        setUrl(made ?? 'absent')
      },
      () => {
        if (!gone) setUrl('absent')
      },
    )
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [photo.sha256, load])
  return url
}
