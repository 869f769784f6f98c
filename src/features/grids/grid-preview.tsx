import { RotateCcw } from 'lucide-react'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import type { Answers, CriterionQuestion, Form, Question } from '#domain/form/form.ts'
import { progress } from '#domain/form/progress.ts'
import type { Json } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FormView } from '#ui/form/form-view.tsx'
import { QuickPhrases } from '#ui/form/quick-phrases.tsx'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { withDistinctAnswers } from './distinct.ts'
import css from './grids.module.css'

/** Nothing typed in a preview is anyone's answer: it is forgotten with the page. */
const NO_DRAFTS = {
  get: () => undefined,
  put: () => Promise.resolve(),
  drop: () => Promise.resolve(),
}

const keepNothing = () => Promise.resolve()

const NOTHING_GIVEN: Answers = new Map()

/** The grid as it will be filled in, alive: conditions, computations, rows. */
export const GridPreview = memo(function GridPreview(props: { readonly form: Form }) {
  const form = useMemo(() => withDistinctAnswers(props.form), [props.form])
  const { t } = useTranslation('grids')
  const today = useToday()
  const [given, setGiven] = useState<Answers>(NOTHING_GIVEN)
  // A default that is being written is seen at once; what was tried, or emptied, stands before it.
  const answers = useMemo(
    () => new Map([...defaultAnswers(form, today), ...given].filter(([, value]) => value !== null)),
    [form, today, given],
  )
  const { answered, expected } = progress(form, answers)
  const answerAt = useCallback((key: string, value: Json) => {
    setGiven((before) => new Map([...before, [key, value]]))
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
        <Button tone="quiet" icon={RotateCcw} onClick={() => setGiven(NOTHING_GIVEN)}>
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
        notes={(question) => question.type === 'criterion' && <TriedPhrases question={question} />}
      />
    </section>
  )
})

/** The phrases of a comment, tried: they are taken and given back, and go nowhere. */
function TriedPhrases({ question }: { readonly question: CriterionQuestion }) {
  const { t } = useTranslation('grids')
  const text = useText()
  const [comment, setComment] = useState('')
  if (!question.phrases) return null
  return (
    <fieldset className={css.tried}>
      <legend>{t('previewPhrases')}</legend>
      <QuickPhrases phrases={question.phrases.map(text)} value={comment} onChange={setComment} />
    </fieldset>
  )
}
