import { RotateCcw } from 'lucide-react'
import { memo, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import type { Answers, Form, Question } from '#domain/form/form.ts'
import { progress } from '#domain/form/progress.ts'
import type { Json } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormView } from '#ui/form/form-view.tsx'
import { reportFailure } from '#ui/notices.ts'
import css from './grids.module.css'

/** Nothing typed in a preview is anyone's answer: it is forgotten with the page. */
const NO_DRAFTS = {
  get: () => undefined,
  put: () => Promise.resolve(),
  drop: () => Promise.resolve(),
}

const keepNothing = () => Promise.resolve()

/** The grid as it will be filled in, alive: conditions, computations, rows. */
export const GridPreview = memo(function GridPreview({ form }: { readonly form: Form }) {
  const { t } = useTranslation('grids')
  const today = useToday()
  const [answers, setAnswers] = useState<Answers>(() => defaultAnswers(form, today))
  const { answered, expected } = progress(form, answers)
  const answerAt = useCallback((key: string, value: Json) => {
    setAnswers((before) => {
      const next = new Map(before)
      if (value === null) next.delete(key)
      else next.set(key, value)
      return next
    })
    return Promise.resolve(true)
  }, [])
  const answer = useCallback(
    (question: Question, value: Json) => answerAt(question.id, value),
    [answerAt],
  )
  return (
    <section aria-label={t('previewTitle')} className={css.paper}>
      <div className={css.paperHead}>
        <h2>{t('previewTitle')}</h2>
        <p className="small soft">
          {expected > 0 && `${t('previewCount', { answered, expected })} `}
          {t('previewNotKept')}
        </p>
        <Button
          tone="quiet"
          icon={RotateCcw}
          onClick={() => setAnswers(defaultAnswers(form, today))}
        >
          {t('previewAgain')}
        </Button>
      </div>
      {form.sections.every(({ questions }) => questions.length === 0) && (
        <EmptyState text={t('previewEmpty')} />
      )}
      <FormView
        form={form}
        answers={answers}
        today={today}
        onAnswer={answer}
        onAnswerAt={answerAt}
        onFailure={reportFailure}
        onPhoto={keepNothing}
        drafts={NO_DRAFTS}
        draftKey="preview"
      />
    </section>
  )
})
