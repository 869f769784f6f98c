import { useTranslation } from 'react-i18next'
import { useFilledForms } from '#data/use-filled-forms.ts'
import { areInterviewsOpen } from '#domain/tracer/consent.ts'
import { answersExport } from '#interchange/answers/answers-export.ts'
import type { AnswersLayout } from '#interchange/answers/answers-file.ts'
import { ExportButton } from '#ui/form/export-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { type Tracer, useSites } from './use-tracer.ts'

interface Props {
  readonly tracers: readonly Tracer[]
  readonly layout: AnswersLayout
}

/** Answers of tracers whose agreement holds, taken away as files. */
export function ExportTracers({ tracers, layout }: Props) {
  const { t } = useTranslation('tracers')
  const language = useLanguage()
  const sites = useSites()
  // An agreement taken back closes what was said under it (R-TRA-2): it leaves no more than it shows.
  const open = tracers.filter(({ consent }) => areInterviewsOpen(consent))
  const fillings = open.map(({ filling }) => filling)
  const filled = useFilledForms('tracer', fillings, sites)
  return (
    <ExportButton {...answersExport(filled, { language, layout })} subjectLabel={t('exportGrid')} />
  )
}
