import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
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
  const forms = useFormShelf()
  const filled = rounds.flatMap((filling) => {
    const form = forms.find(filling)
    return form ? [{ form, filling, place: sites.get(filling.site)?.name ?? '' }] : []
  })
  return (
    <ExportButton {...answersExport(filled, { language, layout })} subjectLabel={t('exportGrid')} />
  )
}
