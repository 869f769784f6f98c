import { useTranslation } from 'react-i18next'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import type { FormFile } from './read-form-file.ts'

/** A file nothing could be made of: why, in its own words. */
export function NothingKept({ name, file }: { readonly name: string; readonly file: FormFile }) {
  const { t } = useTranslation('grids')
  const language = useLanguage()
  // What was lost says why; a workbook of a thousand bad rows would only repeat itself.
  const why = [...new Set(file.report.notes.map((note) => note[language]))].slice(0, 5)
  return (
    <Notice tone="alert" title={t('importNothing', { name })}>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
