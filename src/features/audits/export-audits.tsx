import { useTranslation } from 'react-i18next'
import { useFilledForms } from '#data/use-filled-forms.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { answersExport } from '#interchange/answers/answers-export.ts'
import type { AnswersLayout } from '#interchange/answers/answers-file.ts'
import { ExportButton } from '#ui/form/export-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { useSites } from './use-audit.ts'

interface Props {
  readonly audits: readonly Filling[]
  readonly layout: AnswersLayout
}

/** Answers of audits, taken away as files: one question by question, or those of one grid a row each. */
export function ExportAudits({ audits, layout }: Props) {
  const { t } = useTranslation('audits')
  const language = useLanguage()
  const sites = useSites()
  const filled = useFilledForms('audit', audits, sites)
  return (
    <ExportButton {...answersExport(filled, { language, layout })} subjectLabel={t('exportGrid')} />
  )
}
