import { useTranslation } from 'react-i18next'
import { boundsRule, withBounds } from '#domain/form/answer-rules.ts'
import type { NumberQuestion } from '#domain/form/form.ts'
import { formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'
import { UnitField } from './unit-field.tsx'

/** Whole numbers first; then halves, tenths, hundredths; then by five or ten. */
const STEPS: readonly number[] = [1, 0.5, 0.1, 0.01, 0.001, 5, 10]

/** A number: between what and what, said how, by which step, in which unit. */
export function NumberDetails(props: QuestionDetailsProps<NumberQuestion>) {
  const { question, draftKey, onChange, save } = props
  const { t } = useTranslation('grids')
  const language = useLanguage()
  const { min, max, step = 1 } = question
  const steps = STEPS.includes(step) ? STEPS : [step, ...STEPS]
  return (
    <>
      <Place name={`${question.id}:bounds`}>
        <div className={css.pair}>
          <NumberField
            label={t('min')}
            value={min}
            step={step}
            onChange={(next) => onChange(withBounds(question, { min: next, max }))}
          />
          <NumberField
            label={t('max')}
            value={max}
            step={step}
            onChange={(next) => onChange(withBounds(question, { min, max: next }))}
          />
        </div>
      </Place>
      {(min !== undefined || max !== undefined || boundsRule(question)) && (
        <GridText
          label={t('boundsMessage')}
          hint={t('boundsMessageHint')}
          value={boundsRule(question)?.message ?? { fr: '', en: '' }}
          draftKey={`${draftKey}:bounds`}
          onCommit={(message) => save(withBounds(question, { min, max }, message))}
          rows={1}
        />
      )}
      <div className={css.pair}>
        <SelectField
          label={t('step')}
          value={String(step)}
          onChange={(code) => {
            const next = Number(code)
            onChange(changed(question, { step: next === 1 ? undefined : next }))
          }}
          options={steps.map((each) => ({
            value: String(each),
            label:
              each === 1
                ? t('stepWhole')
                : t('stepOf', { step: formatNumber(each, language, decimalsOf(each)) }),
          }))}
        />
        <UnitField {...props} />
      </div>
    </>
  )
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}
