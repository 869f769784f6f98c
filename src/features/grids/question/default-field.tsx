import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { asAnswer } from '#domain/form/default-answers.ts'
import { call, type Expr, isCall, isRef } from '#domain/form/expr.ts'
import { allQuestions, type Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { ChoiceList } from '#ui/choice-list.tsx'
import { DateField } from '#ui/date-field.tsx'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { distinct } from '../distinct.ts'
import { ExpressionField } from '../expression-field.tsx'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'

/** `value`: an answer as it is; `today`: the day one fills in; `written`: what an expression gives. */
type Mode = 'none' | 'value' | 'today' | 'written'

const NO_ANSWER: readonly Question['type'][] = [
  'note',
  'calculated',
  'photo',
  'file',
  'signature',
  'repeat',
  'opportunities',
]

/** The answer a question begins with; one answers otherwise like any other. */
export function DefaultField(props: QuestionDetailsProps) {
  const { grid, question, draftKey, onChange } = props
  const { t } = useTranslation('grids')
  const text = useText()
  // « Une réponse », chosen and not given yet, is not in the grid.
  const [chosen, setChosen] = useState<Mode>()
  if (NO_ANSWER.includes(question.type)) return null
  const start = question.default
  const mode = modeOf(start) === 'none' ? (chosen ?? 'none') : modeOf(start)
  const set = (value: Expr | undefined) => onChange(changed(question, { default: value }))
  const codes = codesOf(question)
  const isListed = codes !== undefined && question.type !== 'multiple'
  const choose = (code: string) => {
    if (code.startsWith('=')) {
      setChosen('none')
      return set(code.slice(1))
    }
    setChosen(code === 'written' ? 'written' : code === 'value' ? 'value' : 'none')
    set(code === 'today' ? call('today') : undefined)
  }
  return (
    <Place name={`${question.id}:default`}>
      <div className={css.condition}>
        <SelectField
          label={t('default')}
          hint={t('defaultHint')}
          value={mode === 'value' && isListed ? `=${String(start)}` : mode}
          onChange={choose}
          options={[
            { value: 'none', label: t('default-none') },
            ...(isListed
              ? codes.map(({ code, label }) => ({ value: `=${code}`, label: text(label) || code }))
              : [{ value: 'value', label: t('default-value') }]),
            ...(isListed && mode === 'value' && !codes.some(({ code }) => code === start)
              ? [{ value: `=${String(start)}`, label: t('default-gone', { code: String(start) }) }]
              : []),
            ...(question.type === 'date' ? [{ value: 'today', label: t('default-today') }] : []),
            { value: 'written', label: t('default-written') },
          ]}
        />
        {mode === 'value' && !isListed && <Value {...props} onValue={set} />}
        {mode === 'written' && (
          <ExpressionField
            label={t('defaultWritten')}
            value={start}
            questions={allQuestions(grid.draft)}
            draftKey={`${draftKey}:default`}
            onChange={set}
          />
        )}
      </div>
    </Place>
  )
}

/** The answer itself, in the control of its type. */
function Value({
  question,
  draftKey,
  save,
  onValue,
}: QuestionDetailsProps & { readonly onValue: (value: Expr | undefined) => void }) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { drafts } = useWorkspace()
  const label = t('defaultValue')
  const start = question.default
  const words = typeof start === 'string' ? start : ''
  const set = (value: string) => onValue(value === '' ? undefined : value)
  switch (question.type) {
    case 'number':
      return (
        <NumberField
          label={label}
          value={typeof start === 'number' ? start : undefined}
          onChange={onValue}
          step={question.step}
        />
      )
    case 'multiple': {
      const ticked = asAnswer(question, words)
      return (
        <ChoiceList
          label={label}
          multiple
          options={(codesOf(question) ?? []).map((each) => ({
            code: each.code,
            label: text(each.label) || each.code,
          }))}
          value={Array.isArray(ticked) ? ticked.filter((code) => typeof code === 'string') : []}
          onChange={(codes: readonly string[]) => set(codes.join(' '))}
        />
      )
    }
    case 'date':
      return <DateField label={label} value={words} onChange={set} />
    case 'time':
    case 'datetime':
      return (
        <TextField
          label={label}
          type={question.type === 'time' ? 'time' : 'datetime-local'}
          value={words}
          onChange={set}
        />
      )
    default:
      return (
        <DraftedText
          label={label}
          value={words}
          draftKey={`grid:${draftKey}:default-words`}
          drafts={drafts}
          onCommit={(next) => save(changed(question, { default: next === '' ? undefined : next }))}
          onFailure={reportFailure}
          rows={1}
        />
      )
  }
}

function modeOf(start: Expr | undefined): Mode {
  if (start === undefined) return 'none'
  if (isCall(start)) return start.fn === 'today' ? 'today' : 'written'
  return isRef(start) ? 'written' : 'value'
}

function codesOf(question: Question) {
  if (question.type === 'criterion') return scaleOf(question).steps
  return 'choices' in question ? distinct(question.choices, ({ code }) => code) : undefined
}
