import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { reportFailure } from '../notices.ts'
import { saveFile } from '../save-file.ts'
import { FORM_TEXTS } from './form-texts.ts'

interface PrintBlankProps {
  /** Code of the grid, « G01 »: it names the file. */
  readonly code: string
  readonly make: () => Promise<Blob>
}

/** The grid on paper, to be filled in with a pen: made here, with no network. */
export function PrintBlank({ code, make }: PrintBlankProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const [made, setMade] = useState('')
  const print = async () => {
    const name = t('blankFile', { code: code.replace(/[^\w-]+/g, '-') })
    saveFile(await make(), name)
    setMade(t('exportDone', { name }))
  }
  return (
    <>
      <Button tone="quiet" icon={Printer} onClick={() => reportFailure(print())}>
        {t('blankPrint')}
      </Button>
      <p role="status" className="small">
        {made}
      </p>
    </>
  )
}
