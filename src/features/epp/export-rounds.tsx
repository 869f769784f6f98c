import { useTranslation } from 'react-i18next'
import { useFilledForms } from '#data/use-filled-forms.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { answersExport } from '#interchange/answers/answers-export.ts'
import type { AnswersLayout } from '#interchange/answers/answers-file.ts'
import { ExportButton } from '#ui/form/export-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { useSites } from './use-epp.ts'

interface Props {
  readonly rounds: readonly Filling[]
  readonly layout: AnswersLayout
}

/** Answers of rounds by file, taken away as files: one round question by question, or those of one grid a row each. */
export function ExportRounds({ rounds, layout }: Props) {
  const { t } = useTranslation('epp')
  const language = useLanguage()
  const sites = useSites()
  const filled = useFilledForms('epp', rounds, sites)
  return (
    <ExportButton {...answersExport(filled, { language, layout })} subjectLabel={t('exportGrid')} />
  )
}
