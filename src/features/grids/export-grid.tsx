import { useTranslation } from 'react-i18next'
import type { Form } from '#domain/form/form.ts'
import type { ExportFormat as FormFormat } from '#interchange/export-form.ts'
import { ExportButton, type ExportedFile } from '#ui/form/export-button.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'

const FORMATS = ['xlsform', 'questionnaire', 'escale'] as const
const AS: Record<(typeof FORMATS)[number], FormFormat> = {
  xlsform: 'xlsform',
  questionnaire: 'fhir',
  escale: 'escale',
}
/** Enough to know what the other tool will miss. */
const SAID = 5

/** A grid taken away, for another tool or another dispositif, with what that format cannot say. */
export function ExportGrid({ form }: { readonly form: Form }) {
  const { t } = useTranslation('grids')
  const text = useText()
  const language = useLanguage()
  const make = async (format: (typeof FORMATS)[number]): Promise<ExportedFile> => {
    const [{ exportFile }, { Notes, noteText }, { plainFileName }] = await Promise.all([
      import('#interchange/export-form.ts'),
      import('#interchange/notes.ts'),
      import('#interchange/plain-file-name.ts'),
    ])
    const notes = new Notes()
    const blob = await exportFile(form, AS[format], notes)
    const said = [...new Set(notes.all.map((note) => noteText(note)[language]))]
    const extension = format === 'xlsform' ? 'xlsx' : 'json'
    return {
      blob,
      name: plainFileName([form.code, text(form.title)], extension),
      note: said.length > 0 && (
        <ul>
          {said.slice(0, SAID).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {said.length > SAID && <li>{t('exportMore', { count: said.length - SAID })}</li>}
        </ul>
      ),
    }
  }
  return <ExportButton subjects={[{ id: form.id, label: '', formats: FORMATS }]} make={make} />
}
