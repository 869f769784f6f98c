import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { ChoiceList } from '../choice-list.tsx'
import { reportFailure } from '../notices.ts'
import { saveFile } from '../save-file.ts'
import { SelectField } from '../select-field.tsx'
import { Sheet } from '../sheet.tsx'
import css from './export-button.module.css'
import { FORM_TEXTS } from './form-texts.ts'

export type ExportFormat =
  | 'xlsx'
  | 'csv'
  | 'fhir'
  | 'has'
  | 'xlsform'
  | 'questionnaire'
  | 'escale'
  | 'pdf'

export interface ExportedFile {
  readonly blob: Blob
  readonly name: string
  /** What the format could not say. */
  readonly note?: ReactNode
}

/** One thing that may leave, and as what. */
export interface ExportSubject<Format extends ExportFormat> {
  readonly id: string
  readonly label: string
  readonly formats: readonly Format[]
}

interface ExportButtonProps<Format extends ExportFormat> {
  /** At least one; a list is shown from two. */
  readonly subjects: readonly ExportSubject<Format>[]
  /** What one chooses among the subjects, « Grille ». */
  readonly subjectLabel?: string | undefined
  readonly make: (format: Format, subject: string) => Promise<ExportedFile>
}

/** A file of this device, made here with no network: a format, then the file. Nothing to take, no button. */
export function ExportButton<Format extends ExportFormat>({
  subjects,
  subjectLabel = '',
  make,
}: ExportButtonProps<Format>) {
  const { t } = useTranslation(FORM_TEXTS)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [wanted, setWanted] = useState<string>()
  const [made, setMade] = useState<ExportedFile>()
  const subject = subjects.find(({ id }) => id === chosen) ?? subjects[0]
  if (!subject) return null
  const format = subject.formats.find((each) => each === wanted) ?? subject.formats[0]
  const save = async () => {
    if (!format) return
    setMade(undefined)
    const file = await make(format, subject.id)
    saveFile(file.blob, file.name)
    setMade(file)
  }
  const close = () => {
    setMade(undefined)
    setOpen(false)
  }
  return (
    <>
      <Button icon={Download} onClick={() => setOpen(true)}>
        {t('export')}
      </Button>
      <Sheet isOpen={isOpen} onClose={close} title={t('export')}>
        <div className={css.sheet}>
          {subjects.length > 1 && (
            <SelectField
              label={subjectLabel}
              value={subject.id}
              onChange={setChosen}
              options={subjects.map(({ id, label }) => ({ value: id, label }))}
            />
          )}
          <ChoiceList
            label={t('exportFormat')}
            value={format ? [format] : []}
            onChange={([code]) => setWanted(code)}
            options={subject.formats.map((code) => ({
              code,
              label: t(`export-${code}`),
              help: t(`exportAbout-${code}`),
            }))}
          />
          <Button tone="primary" size="big" icon={Download} onClick={() => reportFailure(save())}>
            {t('exportSave')}
          </Button>
          <div role="status" className="small">
            {made && t('exportDone', { name: made.name })}
            {made?.note}
          </div>
        </div>
      </Sheet>
    </>
  )
}
