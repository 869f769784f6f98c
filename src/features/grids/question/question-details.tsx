import { useTranslation } from 'react-i18next'
import { allQuestions, type CriterionQuestion } from '#domain/form/form.ts'
import { NumberField } from '#ui/number-field.tsx'
import { ExpressionField } from '../expression-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { ChoicesField } from './choices-field.tsx'
import { FileTypes } from './file-types.tsx'
import { NumberDetails } from './number-details.tsx'
import { PhrasesField } from './phrases-field.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'
import { RowQuestions } from './row-questions.tsx'
import { ScaleField } from './scale-field.tsx'
import { Tick } from './tick.tsx'
import { UnitField } from './unit-field.tsx'

/** What the type of a question asks beside its words. */
export function QuestionDetails(props: QuestionDetailsProps) {
  const { grid, question, draftKey, onChange } = props
  const { t } = useTranslation('grids')
  switch (question.type) {
    case 'criterion':
      return <CriterionDetails {...props} question={question} />
    case 'single':
    case 'multiple':
      return (
        <>
          <ChoicesField {...props} question={question} />
          <Required {...props} />
        </>
      )
    case 'number':
      return (
        <>
          <NumberDetails {...props} question={question} />
          <Required {...props} />
        </>
      )
    case 'calculated':
      return (
        <>
          <Place name={`${question.id}:value`}>
            <ExpressionField
              label={t('value')}
              value={question.value}
              questions={allQuestions(grid.draft)}
              draftKey={`${draftKey}:value`}
              onChange={(value) => onChange({ ...question, value })}
            />
          </Place>
          <div className={css.pair}>
            <NumberField
              label={t('decimals')}
              value={question.decimals ?? 0}
              min={0}
              max={6}
              onChange={(decimals) => onChange(changed(question, { decimals }))}
            />
            <UnitField {...props} question={question} />
          </div>
          <Tick
            label={t('hidden')}
            checked={question.hidden === true}
            onChange={(hidden) => onChange(changed(question, { hidden: hidden || undefined }))}
          />
        </>
      )
    case 'repeat':
    case 'opportunities':
      return <RowQuestions {...props} question={question} details={QuestionDetails} />
    case 'note':
    case 'signature':
      return null
    case 'photo':
      return (
        <Tick
          label={t('annotate')}
          checked={question.annotate === true}
          onChange={(annotate) => onChange({ ...question, annotate })}
        />
      )
    case 'file':
      return <FileTypes {...props} question={question} />
    case 'text':
      return (
        <>
          <Tick
            label={t('short')}
            checked={question.short === true}
            onChange={(short) => onChange(changed(question, { short: short || undefined }))}
          />
          <PhrasesField {...props} question={question} />
          <Required {...props} />
        </>
      )
    default:
      return <Required {...props} />
  }
}

function CriterionDetails(props: QuestionDetailsProps<CriterionQuestion>) {
  const { question, draftKey, onChange, save } = props
  const { t } = useTranslation('grids')
  return (
    <>
      {typeof question.scale !== 'string' && <ScaleField {...props} scale={question.scale} />}
      <NumberField
        label={t('weight')}
        value={question.weight ?? 1}
        min={0}
        max={100}
        onChange={(weight = 1) => onChange({ ...question, weight })}
      />
      <Tick
        label={t('blocking')}
        checked={question.blocking === true}
        onChange={(blocking) => onChange({ ...question, blocking })}
      />
      <GridText
        label={t('remedy')}
        value={question.remedy ?? { fr: '', en: '' }}
        draftKey={`${draftKey}:remedy`}
        onCommit={(remedy) => save({ ...question, remedy })}
        rows={1}
      />
      <PhrasesField {...props} question={question} />
    </>
  )
}

/** An answer awaited, always; one awaited under a condition brought from elsewhere keeps it until it is ticked. */
function Required({ question, onChange }: QuestionDetailsProps) {
  const { t } = useTranslation('grids')
  return (
    <Place name={`${question.id}:required`}>
      <Tick
        label={t('required')}
        checked={question.required === true}
        onChange={(required) => onChange({ ...question, required })}
      />
    </Place>
  )
}
