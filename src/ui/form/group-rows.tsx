import { Plus, Trash2 } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultRowAnswers } from '#domain/form/default-answers.ts'
import { isFilled } from '#domain/form/evaluate-expr.ts'
import { type Answers, type GroupQuestion, type Question, rowKey } from '#domain/form/form.ts'
import type { FormState } from '#domain/form/form-state.ts'
import { stepOf } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/i18n.ts'
import type { AnswerActions, QuestionViewProps } from './answer-actions.ts'
import { FORM_TEXTS } from './form-texts.ts'
import css from './group-rows.module.css'
import { newRowId } from './new-row-id.ts'

interface GroupRowsProps extends AnswerActions {
  readonly group: GroupQuestion
  readonly state: FormState
  readonly onAnswerAt: (key: string, value: Json) => Promise<boolean>
  /** The control of one question: handed in, for it may itself hold rows. */
  readonly ask: ComponentType<QuestionViewProps>
}

const NO_ANSWERS: Answers = new Map()

/**
 * The rows of a group, one open at a time, the others on one line. A row of opportunities whose last
 * answer is given opens the next by itself: eyes stay on the hands that are observed.
 */
export function GroupRows({ group, state, onAnswerAt, ask: Ask, ...actions }: GroupRowsProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const text = useText()
  // A row added and not answered yet lives here alone: it is written with its first answer.
  const [added, setAdded] = useState<string>()
  const [openRow, setOpenRow] = useState<string>()
  const rows = state.rows.get(group.id) ?? []
  const all = added === undefined || rows.includes(added) ? rows : [...rows, added]
  const isFull = group.maxRows !== undefined && all.length >= group.maxRows
  const word = group.rowTitle ? text(group.rowTitle) : t('row')
  const open = () => {
    const id = newRowId()
    setAdded(id)
    setOpenRow(id)
    return id
  }
  const begin = (row: string, except?: string) => {
    const defaults = actions.fromPaper ? NO_ANSWERS : defaultRowAnswers(state, group, row)
    for (const [key, value] of defaults) {
      if (key !== except) actions.onFailure(onAnswerAt(key, value))
    }
    return defaults
  }
  const askedIn = (row: string) =>
    group.questions.filter(({ id }) => row === added || state.asked.has(rowKey(group.id, row, id)))
  const valueAt = (row: string, { id }: Question): Json | undefined =>
    state.answers.get(rowKey(group.id, row, id))
  const answer = (row: string, question: Question, value: Json) => {
    const own = rowKey(group.id, row, question.id)
    // A row that opened by itself is nobody's yet: it begins, defaults and all, with its first answer.
    const begun = rows.includes(row) ? NO_ANSWERS : begin(row, own)
    const kept = onAnswerAt(own, value)
    const rest = askedIn(row).filter((each) => each.id !== question.id)
    const isGiven = (each: Question) =>
      isFilled(valueAt(row, each) ?? begun.get(rowKey(group.id, row, each.id)))
    const isLast = rest.every(isGiven) && value !== null
    if (group.type === 'opportunities' && isLast && !isFull && row === all.at(-1)) open()
    return kept
  }
  const remove = (row: string) => {
    setOpenRow(undefined)
    setAdded(undefined)
    for (const question of group.questions) {
      if (valueAt(row, question) !== undefined) {
        actions.onFailure(onAnswerAt(rowKey(group.id, row, question.id), null))
      }
    }
  }
  return (
    <div className={css.group}>
      <ol className={css.rows}>
        {all.map((row, at) => (
          <li key={row} className={css.row}>
            <div className={css.head}>
              <button
                type="button"
                className={css.open}
                aria-expanded={row === openRow}
                onClick={() => setOpenRow(row === openRow ? undefined : row)}
              >
                <b>{t('rowNumber', { word, number: at + 1 })}</b>
                <span>
                  {group.questions
                    .map((question) => wordsOf(question, valueAt(row, question), text))
                    .filter((words) => words !== '')
                    .join(', ')}
                </span>
              </button>
              <Button
                icon={Trash2}
                aria-label={t('rowRemove', { word, number: at + 1 })}
                onClick={() => remove(row)}
              />
            </div>
            {row === openRow &&
              askedIn(row).map((question) => (
                <div key={question.id} className={css.question}>
                  {question.type === 'criterion' && <p>{text(question.label)}</p>}
                  <Ask
                    {...actions}
                    question={question}
                    value={valueAt(row, question)}
                    state={state}
                    row={{ group: group.id, id: row }}
                    onAnswer={(own, value) => answer(row, own, value)}
                  />
                </div>
              ))}
          </li>
        ))}
      </ol>
      {!isFull && (
        <Button icon={Plus} onClick={() => begin(open())}>
          {t('rowAdd', { word: word.toLowerCase() })}
        </Button>
      )}
    </div>
  )
}

function wordsOf(
  question: Question,
  value: Json | undefined,
  text: ReturnType<typeof useText>,
): string {
  if (!isFilled(value)) return ''
  if (question.type === 'criterion') {
    const step = stepOf(question, value)
    return step ? text(step.label) : ''
  }
  if ('choices' in question) {
    const codes: readonly Json[] = Array.isArray(value) ? value : [value ?? null]
    return question.choices
      .filter(({ code }) => codes.includes(code))
      .map(({ label }) => text(label))
      .join(', ')
  }
  return String(value)
}
