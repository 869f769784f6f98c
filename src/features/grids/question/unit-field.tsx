import { useTranslation } from 'react-i18next'
import type { CalculatedQuestion, NumberQuestion } from '#domain/form/form.ts'
import { GridText } from '../grid-text.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'

/** The unit of a number, written after it: « places », « °C ». */
export function UnitField({
  question,
  draftKey,
  save,
}: QuestionDetailsProps<NumberQuestion | CalculatedQuestion>) {
  const { t } = useTranslation('grids')
  return (
    <GridText
      label={t('unit')}
      value={question.unit ?? { fr: '', en: '' }}
      draftKey={`${draftKey}:unit`}
      onCommit={(unit) => save(changed(question, { unit: unit.fr === '' ? undefined : unit }))}
      rows={1}
    />
  )
}
