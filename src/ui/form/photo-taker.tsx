import { Camera } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FORM_TEXTS } from './form-texts.ts'
import css from './photo-taker.module.css'

interface PhotoTakerProps {
  readonly label?: string
  /** Keeps the photo; rejects when it could not. */
  readonly onPhoto: (file: File) => Promise<unknown>
}

/** Opens the camera and keeps what it took. A refusal is said here, beside the button. */
export function PhotoTaker({ label, onPhoto }: PhotoTakerProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const id = useId()
  const [state, setState] = useState<'idle' | 'keeping' | 'failed'>('idle')
  const keep = async (file: File) => {
    setState('keeping')
    try {
      await onPhoto(file)
      setState('idle')
    } catch {
      setState('failed') // translated for the person: the text typed meanwhile is safe
    }
  }
  return (
    <div className={css.taker}>
      <input
        id={id}
        className={css.input}
        type="file"
        accept="image/*"
        capture="environment"
        disabled={state === 'keeping'}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) keep(file).catch(() => setState('failed'))
        }}
      />
      <label htmlFor={id} className={css.button}>
        <Camera aria-hidden />
        {label ?? t('photo')}
      </label>
      <p role="status" className={css.said}>
        {state === 'keeping' && t('photoKeeping')}
        {state === 'failed' && t('photoFailed')}
      </p>
    </div>
  )
}
