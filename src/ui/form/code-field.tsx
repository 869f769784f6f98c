import { ScanBarcode } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportFailure } from '../notices.ts'
import { TextField } from '../text-field.tsx'
import { FORM_TEXTS } from './form-texts.ts'
import css from './photo-taker.module.css'

interface CodeFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
}

/** The platform's own reader, where it has one (Android); elsewhere the code is typed. */
interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>
}
type WithDetector = { readonly BarcodeDetector?: new () => Detector }

/** The words of a bar or QR code: read from a picture of it, or typed when the label is torn. */
export function CodeField({ label, value, onChange }: CodeFieldProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const id = useId()
  const [unread, setUnread] = useState(false)
  const { BarcodeDetector } = globalThis as WithDetector
  const read = async (file: File, Reader: new () => Detector) => {
    const image = await createImageBitmap(file)
    const [found] = await new Reader().detect(image)
    image.close()
    setUnread(!found)
    if (found) onChange(found.rawValue)
  }
  return (
    <>
      <TextField label={label} value={value} onChange={onChange} spellCheck={false} />
      {BarcodeDetector && (
        <div className={css.taker}>
          <input
            id={id}
            className={css.input}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              const file = event.target.files?.[0]
              event.target.value = ''
              if (file) reportFailure(read(file, BarcodeDetector))
            }}
          />
          <label htmlFor={id} className={css.button}>
            <ScanBarcode aria-hidden />
            {t('codeRead')}
          </label>
          <p role="status" className={css.said}>
            {unread && t('codeUnread')}
          </p>
        </div>
      )}
    </>
  )
}
