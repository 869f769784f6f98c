import { FileInput } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Handover } from '#data/bundle/handover.ts'
import { FILE_LIMITS } from '#protocol/sealed-file.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import styles from './handover.module.css'
import { type FileOutcome, type Outcome, OutcomeNotice } from './outcome-notice.tsx'

/** Files come by the picker, or dropped on the page where there is a mouse. */
export function TakeSection({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('handover')
  const picker = useRef<HTMLInputElement>(null)
  const [isReading, setReading] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])

  async function take(files: readonly File[]) {
    setReading(true)
    const read: Outcome[] = []
    for (const file of files) read.push({ name: file.name, ...(await importOne(handover, file)) })
    setOutcomes(read)
    setReading(false)
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    reportFailure(take([...event.dataTransfer.files]))
  }

  return (
    <Section title={t('take')}>
      <p className="measure">{t('takeText')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same. */}
      <div className={styles.drop} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            reportFailure(take([...(target.files ?? [])]))
            // The same file chosen again must be read again.
            target.value = ''
          }}
        />
        <Button icon={FileInput} disabled={isReading} onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </Button>
        <span className={styles.hint}>{t('dropHere')}</span>
      </div>
      <div aria-live="polite" className={styles.outcomes}>
        {isReading && <p>{t('reading')}</p>}
        {outcomes.map((outcome) => (
          <OutcomeNotice key={outcome.name} outcome={outcome} />
        ))}
      </div>
    </Section>
  )
}

async function importOne(handover: Handover, file: File): Promise<FileOutcome> {
  // Looked at before a byte is read: a film picked by mistake must not fill the memory.
  if (file.size > FILE_LIMITS.bytes) return { kind: 'fault', fault: 'too-large' }
  try {
    return await handover.importFile(new Uint8Array(await file.arrayBuffer()))
  } catch {
    // The disk refused, or the file went away: said in its own sentence.
    return { kind: 'read-failed' }
  }
}
