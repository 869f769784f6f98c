import { memo, type ReactNode } from 'react'
import type { Answers, Form, Question, Section } from '#domain/form/form.ts'
import type { FormState } from '#domain/form/form-state.ts'
import { sectionsOf } from '#domain/form/relevance.ts'
import type { Day } from '#domain/shared/day.ts'
import { useText } from '#ui/i18n.ts'
import { Section as Part } from '#ui/section.tsx'
import { firstOf, useGradual } from '#ui/use-gradual.ts'
import type { AnswerActions, QuestionViewProps } from './answer-actions.ts'
import css from './form-view.module.css'
import { QuestionView } from './question-view.tsx'
import { useFormState } from './use-form-state.ts'

interface FormViewProps extends AnswerActions {
  readonly form: Form
  readonly answers: Answers
  /** The day the form is filled in for, where it reads it. */
  readonly today?: Day | undefined
  /** Keeps some sections: the interview with the person, then the one with the professionals. */
  readonly only?: (section: Section) => boolean
  /** Keeps some questions: those that wait for an answer. */
  readonly asks?: ((question: Question) => boolean) | undefined
  /** What goes with an answer, below it. */
  readonly notes?: ((question: Question) => ReactNode) | undefined
  /** Drawn from the start, with all that is above: one comes back to it. */
  readonly upTo?: string | undefined
  /** Large, plain words, for a screen shown to the person. */
  readonly large?: boolean
}

/** A whole form on one page: every question asked, in order, each with its control. */
export function FormView(props: FormViewProps) {
  const { form, answers, today, only, asks, notes, upTo, large = false, ...actions } = props
  const text = useText()
  const state = useFormState(form, answers, today)
  const sections = sectionsOf(state)
    .filter(({ section }) => only?.(section) ?? true)
    .map(({ section, questions }) => ({
      section,
      questions: asks ? questions.filter(asks) : questions,
    }))
  const all = sections.flatMap(({ questions }) => questions)
  const place = all.findIndex(({ id }) => id === upTo) + 1
  const drawn = useGradual(all.length)
  return firstOf(sections, Math.max(drawn, place)).map(({ section, questions }) => (
    <Part
      key={section.id}
      title={text(section.title)}
      {...(section.intro ? { note: text(section.intro) } : {})}
    >
      <ol className={css.questions}>
        {questions.map((question) => (
          <li
            key={question.id}
            data-question={question.id}
            className={large ? css.large : css.question}
          >
            <Asked
              question={question}
              value={answers.get(question.id)}
              state={readsOthers(question, state) ? state : undefined}
              {...actions}
            />
            {notes?.(question)}
          </li>
        ))}
      </ol>
    </Part>
  ))
}

/** Kept as it was drawn while its answer and its screen are the same: a guide may be long. */
const Asked = memo(function Asked(props: QuestionViewProps) {
  const { question } = props
  const text = useText()
  return (
    <>
      {hasOwnWords(question.type) && (
        <div className={css.words}>
          <p className={css.label}>{text(question.label)}</p>
          {question.hint && <p className={css.hint}>{text(question.hint)}</p>}
        </div>
      )}
      <QuestionView {...props} />
    </>
  )
})

/** Whether what is drawn depends on other answers: choices offered, a value computed, rows, a rule broken. */
function readsOthers({ id, type }: Question, state: FormState): boolean {
  const own = ['single', 'multiple', 'calculated', 'repeat', 'opportunities']
  return own.includes(type) || state.broken.has(id)
}

/** A scale is a bar of answers named for readers only: its sentence is drawn above it. */
function hasOwnWords(type: string): boolean {
  return ['criterion', 'photo', 'file', 'repeat', 'opportunities'].includes(type)
}
