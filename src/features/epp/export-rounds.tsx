import { useTranslation } from 'react-i18next'
import { useFormShelf } from '#data/use-form-shelf.ts'
import type { Filling } from '#domain/filling/filling.ts'
import { answersExport } from '#interchange/answers/answers-export.ts'
import { ExportButton } from '#ui/form/export-button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { useSites } from './use-epp.ts'

/** Answers of rounds by file, taken away as files: one round, or all of one grid. */
export function ExportRounds({ rounds }: { readonly rounds: readonly Filling[] }) {
  const { t } = useTranslation('epp')
  const language = useLanguage()
  const sites = useSites()
  const forms = useFormShelf()
  const filled = rounds.flatMap((filling) => {
    const form = forms.find(filling)
    return form ? [{ form, filling, place: sites.get(filling.site)?.name ?? '' }] : []
  })
  return <ExportButton {...answersExport(filled, language)} subjectLabel={t('exportGrid')} />
}
