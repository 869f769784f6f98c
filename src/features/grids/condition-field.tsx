import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Expr, isCall, isRef, ref } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import type { Text } from '#domain/shared/text.ts'
import { useText } from '#ui/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import { distinct } from './distinct.ts'
import { ExpressionField } from './expression-field.tsx'
import css from './grids.module.css'

interface ConditionFieldProps {
  readonly label: string
  readonly questions: readonly Question[]
  readonly value: Expr | undefined
  readonly draftKey: string
  readonly onChange: (value: Expr | undefined) => void
}

/** « Demander si [question] [est] [réponse] » by three lists; a condition that says more is written. */
export function ConditionField(props: ConditionFieldProps) {
  const { label, questions, value, draftKey, onChange } = props
  const { t } = useTranslation('grids')
  const text = useText()
  const simple = readSimple(value, questions)
  const asked = useMemo(
    () =>
      distinct(
        questions.filter((question) => answersOf(question).length > 0),
        ({ id }) => id,
      ),
    [questions],
  )
  const chosen = asked.find(({ id }) => id === simple?.question)
  // A grid may have a thousand questions: the sheet opens first, its list is filled next.
  const offered = useDeferredValue(asked, chosen ? [chosen] : [])
  if (value !== undefined && !simple) {
    return (
      <div className={css.condition}>
        <ExpressionField
          label={label}
          value={value}
          questions={questions}
          draftKey={draftKey}
          onChange={onChange}
        />
        <SelectField
          label={t('conditionKeep')}
          value="keep"
          onChange={(choice) => choice === 'none' && onChange(undefined)}
          options={[
            { value: 'keep', label: t('conditionWritten') },
            { value: 'none', label: t('always') },
          ]}
        />
      </div>
    )
  }
  const answers = chosen ? answersOf(chosen) : []
  return (
    <div className={css.condition}>
      <SelectField
        label={label}
        value={simple?.question ?? ''}
        onChange={(id) => {
          const question = asked.find((each) => each.id === id)
          const first = question && answersOf(question)[0]
          onChange(question && first ? conditionOf(question, 'is', first.code) : undefined)
        }}
        options={[
          { value: '', label: t('always') },
          ...offered.map(({ id, label: words }) => ({
            value: id,
            label: t('ifQuestion', { id, label: text(words) }),
          })),
        ]}
      />
      {chosen && simple && (
        <div className={css.pair}>
          <SelectField
            label={t('conditionIs')}
            value={simple.sense}
            onChange={(sense) =>
              onChange(conditionOf(chosen, sense === 'is' ? 'is' : 'not', simple.code))
            }
            options={[
              { value: 'is', label: t('is') },
              { value: 'not', label: t('isNot') },
            ]}
          />
          <SelectField
            label={t('conditionAnswer')}
            value={simple.code}
            onChange={(code) => onChange(conditionOf(chosen, simple.sense, code))}
            options={answers.map(({ code, label: words }) => ({
              value: code,
              label: text(words) || code,
            }))}
          />
        </div>
      )}
    </div>
  )
}

interface Simple {
  readonly question: string
  readonly sense: 'is' | 'not'
  readonly code: string
}

function conditionOf({ id, type }: Question, sense: Simple['sense'], code: string): Expr {
  const holds = call(type === 'multiple' ? 'selected' : '=', ref(id), code)
  return sense === 'is' ? holds : call('not', holds)
}

/** The condition as three lists say it; undefined when it says more. */
function readSimple(value: Expr | undefined, questions: readonly Question[]): Simple | undefined {
  if (value === undefined || !isCall(value)) return undefined
  const [first = null] = value.of
  if (value.fn === 'not') {
    const inside = readSimple(first, questions)
    return inside?.sense === 'is' ? { ...inside, sense: 'not' } : undefined
  }
  const [, code] = value.of
  if ((value.fn !== '=' && value.fn !== 'selected') || !isRef(first)) return undefined
  const question = questions.find(({ id }) => id === first.ref)
  const isOffered = question && answersOf(question).some((each) => each.code === code)
  return isOffered && typeof code === 'string'
    ? { question: first.ref, sense: 'is', code }
    : undefined
}

function answersOf(question: Question): readonly { readonly code: string; readonly label: Text }[] {
  if (question.type === 'criterion') return scaleOf(question).steps
  return 'choices' in question ? distinct(question.choices, ({ code }) => code) : []
}
