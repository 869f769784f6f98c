import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { allQuestions, type CriterionQuestion } from '#domain/form/form.ts'
import { changedScale, countedAs, usualWorth, withOneMore } from '#domain/form/own-scale.ts'
import type { Reading, Scale, ScaleStep } from '#domain/form/scales.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import type { QuestionDetailsProps } from './question-details-props.ts'
import { Tick } from './tick.tsx'

const READINGS: readonly Reading[] = ['met', 'partly', 'unmet', 'not-applicable', 'not-seen']

interface ScaleFieldProps extends QuestionDetailsProps<CriterionQuestion> {
  readonly scale: Scale
}

/**
 * A scale of one's own: its answers, what each says of the criterion, whether it counts and for how much.
 * Criteria that have the same scale share it: a change is made to all of them.
 */
export function ScaleField({ grid, question, scale, draftKey }: ScaleFieldProps) {
  const { t } = useTranslation('grids')
  const { steps, counts } = scale
  const said = JSON.stringify(scale)
  const shared = allQuestions(grid.draft).filter(
    (each) => each.type === 'criterion' && JSON.stringify(each.scale) === said,
  ).length
  const save = (next: Scale) =>
    grid.changeQuestions((each) =>
      each.type === 'criterion' && (each.id === question.id || JSON.stringify(each.scale) === said)
        ? withScale(each, next)
        : each,
    )
  const change = (next: Scale) => reportFailure(save(next))
  const put = (step: ScaleStep) =>
    changedScale(scale, { steps: steps.map((each) => (each.code === step.code ? step : each)) })
  const move = (at: number, by: -1 | 1) => {
    const others = steps.filter((_, index) => index !== at)
    change(changedScale(scale, { steps: others.toSpliced(at + by, 0, ...steps.slice(at, at + 1)) }))
  }
  return (
    <Place name={`${question.id}:choices`}>
      <fieldset className={css.choices}>
        <legend>{t('scale')}</legend>
        {shared > 1 && <p className="small soft">{t('scaleShared', { count: shared })}</p>}
        <SelectField
          label={t('scaleCounts')}
          value={counts}
          onChange={(code) => change(countedAs(scale, code === 'mean' ? 'mean' : 'rate'))}
          options={[
            { value: 'rate', label: t('scale-rate') },
            { value: 'mean', label: t('scale-mean') },
          ]}
        />
        {steps.map((step, at) => (
          <div key={step.code} className={css.rule}>
            <div className={css.choice}>
              <GridText
                label={t('choice', { number: at + 1 })}
                value={step.label}
                draftKey={`${draftKey}:step:${step.code}`}
                onCommit={(label) => save(put({ ...step, label }))}
                rows={1}
              />
              <div className={css.tools}>
                <Button
                  icon={ArrowUp}
                  aria-label={t('stepUp', { number: at + 1 })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <Button
                  icon={ArrowDown}
                  aria-label={t('stepDown', { number: at + 1 })}
                  disabled={at === steps.length - 1}
                  onClick={() => move(at, 1)}
                />
                <Button
                  icon={Trash2}
                  aria-label={t('choiceRemove', { number: at + 1 })}
                  onClick={() =>
                    change(changedScale(scale, { steps: steps.filter((each) => each !== step) }))
                  }
                />
              </div>
            </div>
            <div className={css.pair}>
              <SelectField
                label={t('stepReading', { number: at + 1 })}
                value={step.reading}
                onChange={(code) => {
                  const reading = READINGS.find((each) => each === code)
                  if (reading) change(put({ ...step, reading }))
                }}
                options={READINGS.map((reading) => ({
                  value: reading,
                  label: t(`reading-${reading}`),
                }))}
              />
              <StepWorth scale={scale} step={step} at={at} onStep={(next) => change(put(next))} />
            </div>
          </div>
        ))}
        <Button
          icon={Plus}
          onClick={() => change(changedScale(scale, { steps: withOneMore(scale) }))}
        >
          {t('choiceAdd')}
        </Button>
        <GridText
          label={t('scaleRule')}
          hint={t('scaleRuleHint')}
          value={scale.rule ?? { fr: '', en: '' }}
          draftKey={`${draftKey}:scale-rule`}
          onCommit={(rule) => save(changedScale(scale, { rule }))}
        />
      </fieldset>
    </Place>
  )
}

interface StepWorthProps {
  readonly scale: Scale
  readonly step: ScaleStep
  readonly at: number
  readonly onStep: (step: ScaleStep) => void
}

/** Whether an answer counts, and for how much: a share of what is conform, or points. */
function StepWorth({ scale, step, at, onStep }: StepWorthProps) {
  const { t } = useTranslation('grids')
  const { worth, ...others } = step
  const isRate = scale.counts === 'rate'
  return (
    <div>
      <Tick
        label={t('stepCounts', { number: at + 1 })}
        checked={worth !== undefined}
        onChange={(counts) =>
          onStep(counts ? { ...others, worth: usualWorth(scale, step.reading) } : others)
        }
      />
      {worth !== undefined && (
        <NumberField
          label={t('stepWorth', { number: at + 1 })}
          unit={isRate ? '%' : t('points')}
          value={isRate ? Math.round(worth * 100) : worth}
          min={0}
          max={isRate ? 100 : 1_000}
          step={isRate ? 5 : 1}
          // Emptied to be typed again, it counts for nothing rather than not at all.
          onChange={(next = 0) => onStep({ ...others, worth: isRate ? next / 100 : next })}
        />
      )}
    </div>
  )
}

/** A default answer the scale no longer has is left as it is: the checks say so. */
function withScale(criterion: CriterionQuestion, scale: Scale): CriterionQuestion {
  return { ...criterion, scale }
}
