import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceQuestion, Question } from '#domain/form/form.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { ExpressionField } from './expression-field.tsx'
import { GridText } from './grid-text.tsx'
import css from './grids.module.css'
import type { QuestionDetailsProps } from './question-details-props.ts'
import { choice } from './question-types.ts'
import { RowQuestions } from './row-questions.tsx'

/** What the type of a question asks beside its words. */
export function QuestionDetails({ question, draftKey, onChange, save }: QuestionDetailsProps) {
  const { t } = useTranslation('grids')
  switch (question.type) {
    case 'criterion':
      return (
        <>
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
        </>
      )
    case 'single':
    case 'multiple':
      return <Choices question={question} draftKey={draftKey} onChange={onChange} save={save} />
    case 'number':
      return (
        <div className={css.pair}>
          <NumberField
            label={t('min')}
            value={question.min}
            onChange={(min) => onChange(bounded(question, { min }))}
          />
          <NumberField
            label={t('max')}
            value={question.max}
            onChange={(max) => onChange(bounded(question, { max }))}
          />
          <GridText
            label={t('unit')}
            value={question.unit ?? { fr: '', en: '' }}
            draftKey={`${draftKey}:unit`}
            onCommit={(unit) => save({ ...question, unit })}
            rows={1}
          />
        </div>
      )
    case 'calculated':
      return (
        <ExpressionField
          label={t('value')}
          value={question.value}
          onChange={(value) => onChange({ ...question, value })}
        />
      )
    case 'repeat':
    case 'opportunities':
      return (
        <RowQuestions
          question={question}
          draftKey={draftKey}
          onChange={onChange}
          save={save}
          details={QuestionDetails}
        />
      )
    case 'note':
      return null
    case 'photo':
      return (
        <Tick
          label={t('annotate')}
          checked={question.annotate === true}
          onChange={(annotate) => onChange({ ...question, annotate })}
        />
      )
    default:
      return (
        <Tick
          label={t('required')}
          checked={question.required === true}
          onChange={(required) => onChange({ ...question, required })}
        />
      )
  }
}

/** A choice keeps its code for ever: its words may change, the answers stay. */
function Choices({
  question,
  draftKey,
  onChange,
  save,
}: QuestionDetailsProps & { readonly question: ChoiceQuestion }) {
  const { t } = useTranslation('grids')
  const { choices } = question
  const add = () => {
    const codes = choices.map(({ code }) => Number(code)).filter(Number.isInteger)
    const code = String(Math.max(0, ...codes) + 1)
    return save({ ...question, choices: [...choices, choice(code)] })
  }
  return (
    <fieldset className={css.choices}>
      <legend>{t('choices')}</legend>
      {choices.map((each, at) => (
        <div key={each.code} className={css.choice}>
          <GridText
            label={t('choice', { number: at + 1 })}
            value={each.label}
            draftKey={`${draftKey}:choice:${each.code}`}
            onCommit={(label) =>
              save({
                ...question,
                choices: choices.map((one) => (one.code === each.code ? { ...one, label } : one)),
              })
            }
            rows={1}
          />
          <Button
            icon={Trash2}
            aria-label={t('choiceRemove', { number: at + 1 })}
            onClick={() =>
              onChange({ ...question, choices: choices.filter((one) => one !== each) })
            }
          />
        </div>
      ))}
      <Button icon={Plus} onClick={() => reportFailure(add())}>
        {t('choiceAdd')}
      </Button>
    </fieldset>
  )
}

function Tick({
  label,
  checked,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <label className={css.tick}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  )
}

/** A bound emptied is a bound taken off. */
function bounded(
  question: Extract<Question, { type: 'number' }>,
  bounds: { readonly min?: number | undefined } | { readonly max?: number | undefined },
): Question {
  const merged = { ...question, ...bounds }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as Question
}
