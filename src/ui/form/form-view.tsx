import type { Answers, Form, Section } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { sectionsOf } from '#domain/form/relevance.ts'
import type { Day } from '#domain/shared/day.ts'
import { useText } from '#ui/i18n.ts'
import { Section as Part } from '#ui/section.tsx'
import type { AnswerActions } from './answer-actions.ts'
import css from './form-view.module.css'
import { QuestionView } from './question-view.tsx'

interface FormViewProps extends AnswerActions {
  readonly form: Form
  readonly answers: Answers
  /** The day the form is filled in for, where it reads it. */
  readonly today?: Day | undefined
  /** Keeps some sections: the interview with the person, then the one with the professionals. */
  readonly only?: (section: Section) => boolean
  /** Large, plain words, for a screen shown to the person. */
  readonly large?: boolean
}

/** A whole form on one page: every question asked, in order, each with its control. */
export function FormView({ form, answers, today, only, large = false, ...actions }: FormViewProps) {
  const text = useText()
  const state = evaluateForm(form, answers, today)
  const sections = sectionsOf(state).filter(({ section }) => only?.(section) ?? true)
  return sections.map(({ section, questions }) => (
    <Part
      key={section.id}
      title={text(section.title)}
      {...(section.intro ? { note: text(section.intro) } : {})}
    >
      <ol className={css.questions}>
        {questions.map((question) => (
          <li key={question.id} className={large ? css.large : css.question}>
            {hasOwnWords(question.type) && (
              <div className={css.words}>
                <p className={css.label}>{text(question.label)}</p>
                {question.hint && <p className={css.hint}>{text(question.hint)}</p>}
              </div>
            )}
            <QuestionView
              question={question}
              value={answers.get(question.id)}
              state={state}
              {...actions}
            />
          </li>
        ))}
      </ol>
    </Part>
  ))
}

/** A scale is a bar of answers named for readers only: its sentence is drawn above it. */
function hasOwnWords(type: string): boolean {
  return ['criterion', 'photo', 'file', 'repeat', 'opportunities'].includes(type)
}
