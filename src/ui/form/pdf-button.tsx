import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainFileName } from '#domain/shared/plain-file-name.ts'
import { Button } from '../button.tsx'
import { saveFile } from '../save-file.ts'
import { FORM_TEXTS } from './form-texts.ts'

interface PdfButtonProps {
  readonly label: string
  /** What the document is about: the button says it to who does not see the page. */
  readonly subject: string
  readonly tone?: 'primary' | 'plain'
  /** What the file is named after: grid, home, round, day. */
  readonly nameParts: readonly string[]
  readonly make: () => Promise<Blob>
}

type Making =
  | { readonly kind: 'idle' | 'making' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly name: string }

/** A document made here, with no network. Its code is fetched from the device when it is asked. */
export function PdfButton({ label, subject, tone = 'primary', nameParts, make }: PdfButtonProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const [making, setMaking] = useState<Making>({ kind: 'idle' })
  const run = async () => {
    setMaking({ kind: 'making' })
    const name = plainFileName(nameParts, 'pdf')
    saveFile(await make(), name)
    setMaking({ kind: 'done', name })
  }
  return (
    <>
      <p role="status" className="small">
        {making.kind === 'making' && t('pdfMaking')}
        {making.kind === 'failed' && t('pdfFailed', { reason: making.reason })}
        {making.kind === 'done' && t('pdfDone', { name: making.name })}
      </p>
      <Button
        tone={tone}
        size="big"
        icon={FileText}
        disabled={making.kind === 'making'}
        aria-label={`${label}, ${subject}`}
        onClick={() => {
          run().catch((error: unknown) => {
            const reason = error instanceof Error ? error.message : String(error)
            setMaking({ kind: 'failed', reason })
          })
        }}
      >
        {label}
      </Button>
    </>
  )
}
