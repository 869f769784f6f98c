import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
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
  const forms = useFormShelf()
  const filled = tracers.flatMap(({ filling, consent }) => {
    const form = forms.find(filling)
    // An agreement taken back closes what was said under it (R-TRA-2): it leaves no more than it shows.
    if (!form || !areInterviewsOpen(consent)) return []
    return [{ form, filling, place: sites.get(filling.site)?.name ?? '' }]
  })
  return (
    <ExportButton {...answersExport(filled, { language, layout })} subjectLabel={t('exportGrid')} />
  )
}
