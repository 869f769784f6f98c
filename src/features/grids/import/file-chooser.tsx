import { FileInput } from 'lucide-react'
import { type DragEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import css from './import.module.css'

/** Names and types alike: a browser of Android greys out what it does not know by type. */
const ACCEPTS = [
  '.xlsx',
  '.json',
  '.csv',
  'text/csv',
  'application/json',
  'application/fhir+json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
].join(',')

interface FileChooserProps {
  readonly isReading: boolean
  readonly onFile: (file: File) => void
}

/** A file comes by the picker, or dropped on the page where there is a mouse. */
export function FileChooser({ isReading, onFile }: FileChooserProps) {
  const { t } = useTranslation('grids')
  const picker = useRef<HTMLInputElement>(null)
  const take = ([file]: readonly File[]) => {
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    take([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same.
    <div className={css.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTS}
        aria-label={t('importChoose')}
        hidden
        onChange={({ target }) => {
          take([...(target.files ?? [])])
          // The same file chosen again must be read again.
          target.value = ''
        }}
      />
      <Button
        tone="primary"
        size="big"
        icon={FileInput}
        disabled={isReading}
        onClick={() => picker.current?.click()}
      >
        {t('importChoose')}
      </Button>
      <span className={css.hint}>{t('importDrop')}</span>
    </div>
  )
}
