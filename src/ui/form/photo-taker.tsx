import { Camera } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFailure } from '../notices.ts'
import { FORM_TEXTS } from './form-texts.ts'
import css from './photo-taker.module.css'
import { isStorageFull } from './use-answers.ts'

interface PhotoTakerProps {
  readonly label?: string
  /** Chooses a picture already taken, such as a scanned paper, in place of the camera. */
  readonly fromFiles?: boolean
  /** MIME types of pictures it takes; any picture when left out. */
  readonly accepts?: readonly string[] | undefined
  /** Keeps the photo; rejects when it could not. */
  readonly onPhoto: (file: File) => Promise<unknown>
}

const ANY_PICTURE = ['image/*']

/** Opens the camera and keeps what it took. A refusal is said here, beside the button. */
export function PhotoTaker({
  label,
  fromFiles = false,
  accepts = ANY_PICTURE,
  onPhoto,
}: PhotoTakerProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const id = useId()
  const [state, setState] = useState<'idle' | 'keeping' | Refused>('idle')
  const keep = async (file: File) => {
    setState('keeping')
    try {
      await onPhoto(file)
      setState('idle')
    } catch (error) {
      setState(refusedBy(error)) // said to the person: the text typed meanwhile is safe
    }
  }
  return (
    <div className={css.taker}>
      <input
        id={id}
        className={css.input}
        type="file"
        accept={accepts.join(',')}
        {...(fromFiles ? {} : { capture: 'environment' as const })}
        disabled={state === 'keeping'}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) reportFailure(keep(file))
        }}
      />
      <label htmlFor={id} className={css.button}>
        <Camera aria-hidden />
        {label ?? t('photo')}
      </label>
      <p role="status" className={css.said}>
        {state === 'keeping' && t('photoKeeping')}
        {state !== 'idle' && state !== 'keeping' && t(state)}
      </p>
    </div>
  )
}

type Refused = 'photoFull' | 'photoTooMany' | 'photoTooLarge' | 'photoFailed'

/** Why it was not kept, as the stores name it. */
function refusedBy(error: unknown): Refused {
  if (isStorageFull(error)) return 'photoFull'
  const kind = typeof error === 'object' && error !== null && 'kind' in error ? error.kind : ''
  if (kind === 'too-many-photos') return 'photoTooMany'
  return kind === 'picture-too-large' ? 'photoTooLarge' : 'photoFailed'
}
