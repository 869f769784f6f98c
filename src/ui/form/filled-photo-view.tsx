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

/** What a photo's address gives on this device, now; the store's `LoadedPhoto` is one. */
export type ShownPhoto =
  | { readonly kind: 'here'; readonly blob: Blob }
  | { readonly kind: 'expected' }
  | { readonly kind: 'away' }

interface FilledPhotoViewProps {
  readonly photo: PhotoAddress
  readonly alt: string
  readonly load: (photo: PhotoAddress) => Promise<ShownPhoto>
  readonly small?: boolean
}

/** A photo kept on this device, or the sentence that says where it is. */
export function FilledPhotoView({ photo, alt, load, small = false }: FilledPhotoViewProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const shown = usePhotoUrl(photo, load)
  const className = small ? `${css.photo} ${css.small}` : css.photo
  if (!shown) return <span className={className} aria-hidden />
  if (shown.kind === 'expected') return <p className={className}>{t('photoExpected')}</p>
  if (shown.kind === 'away') return <p className={className}>{t('photoAbsent')}</p>
  return <img className={className} src={shown.url} alt={alt} />
}

function usePhotoUrl(photo: PhotoAddress, load: FilledPhotoViewProps['load']) {
  const [shown, setShown] = useState<
    | { readonly kind: 'here'; readonly url: string }
    | { readonly kind: 'expected' }
    | { readonly kind: 'away' }
  >()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a photo is its address; a new snapshot of the same one is not another photo
  useEffect(() => {
    let made: string | undefined
    let gone = false
    load(photo).then(
      (loaded) => {
        if (gone) return
        if (loaded.kind !== 'here') return setShown({ kind: loaded.kind })
        made = URL.createObjectURL(loaded.blob)
        setShown({ kind: 'here', url: made })
      },
      () => {
        if (!gone) setShown({ kind: 'away' })
      },
    )
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [photo.sha256, load])
  return shown
}
