import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import type { Form } from '#domain/form/form.ts'
import type { ExportFormat as FormFormat } from '#interchange/export-form.ts'
import { ExportButton, type ExportedFile } from '#ui/form/export-button.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'

const FORMATS = ['pdf', 'xlsform', 'questionnaire', 'escale'] as const
type Format = (typeof FORMATS)[number]
const AS: Record<Exclude<Format, 'pdf'>, FormFormat> = {
  xlsform: 'xlsform',
  questionnaire: 'fhir',
  escale: 'escale',
}
/** Enough to know what the other tool will miss. */
const SAID = 5

/** A grid taken away: on paper, for another tool or for another dispositif, with what the format cannot say. */
export function ExportGrid({ form }: { readonly form: Form }) {
  const { t } = useTranslation('grids')
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const make = async (format: Format): Promise<ExportedFile> => {
    const { plainFileName } = await import('#domain/shared/plain-file-name.ts')
    const name = (extension: string) => plainFileName([form.code, text(form.title)], extension)
    if (format === 'pdf') {
      const { blankGrid } = await import('#reports/blank-grid.ts')
      return { blob: await blankGrid({ form, place: '', today, language }), name: name('pdf') }
    }
    const [{ exportFile }, { Notes, noteText }] = await Promise.all([
      import('#interchange/export-form.ts'),
      import('#interchange/notes.ts'),
    ])
    const notes = new Notes()
    const blob = await exportFile(form, AS[format], notes)
    const said = [...new Set(notes.all.map((note) => noteText(note)[language]))]
    return { blob, name: name(format === 'xlsform' ? 'xlsx' : 'json'), note: listed(said) }
  }
  return <ExportButton subjects={[{ id: form.id, label: '', formats: FORMATS }]} make={make} />

  function listed(said: readonly string[]): ReactNode {
    if (said.length === 0) return undefined
    return (
      <ul>
        {said.slice(0, SAID).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {said.length > SAID && <li>{t('exportMore', { count: said.length - SAID })}</li>}
      </ul>
    )
  }
}
