import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useToday } from '#data/stores-context.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { readOwnWords } from '#domain/tracer/own-answers.ts'
import { paths } from '#src/paths.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { reportFailure } from '#ui/notices.ts'
import { STEP_PARAM } from '../steps.ts'
import { type TracerContext, useAnswerPort } from '../use-tracer.ts'
import css from './alone.module.css'
import { takeTabletBack } from './alone-lock.ts'
import { AlonePause } from './alone-pause.tsx'
import { AloneQuestion } from './alone-question.tsx'
import { HoldToLeave } from './hold-to-leave.tsx'
import { useKeptInside } from './use-kept-inside.ts'

/**
 * The tablet in the person's hands: one question a screen, nothing else of the app around it, and no
 * time limit. Each answer is kept at its tap; a tablet that goes out resumes at the next question.
 */
export function AloneScreen({ context }: { readonly context: TracerContext }) {
  const { t } = useTranslation('tracers')
  const today = useToday()
  const { snapshot, form } = context
  const { fields, save } = useAnswers(snapshot.fields, useAnswerPort(snapshot))
  const { answers } = readOwnWords(fields)
  const questions = easyQuestions(form)
  const [at, setAt] = useState(() => {
    const next = questions.findIndex(({ criterion }) => !answers.has(criterion))
    return next < 0 ? questions.length : next
  })
  const [rests, setRests] = useState(answers.size === 0 ? 'hello' : undefined)
  const navigate = useNavigate()
  const address = paths.tracer(snapshot.id)
  useKeptInside(address)
  const leave = useCallback(() => {
    takeTabletBack()
    const toInterview = { pathname: address, search: `?${STEP_PARAM}=person` }
    reportFailure(Promise.resolve(navigate(toInterview, { replace: true })))
  }, [navigate, address])
  const question = questions[at]
  return (
    <main id="main" className={css.alone}>
      {rests !== undefined || !question ? (
        <AlonePause
          kind={question ? (rests === 'hello' ? 'hello' : 'pause') : 'end'}
          onGoOn={() => setRests(undefined)}
          onBack={() => setAt(questions.length - 1)}
        />
      ) : (
        <AloneQuestion
          key={question.criterion}
          question={question}
          count={t('aloneCount', { at: at + 1, count: questions.length })}
          answer={answers.get(question.criterion)}
          onAnswer={(answer) =>
            reportFailure(
              save({ [`own.${question.criterion}`]: answer, ownOn: today }, question.criterion),
            )
          }
          onNext={() => setAt(at + 1)}
          onBack={() => (at === 0 ? setRests('hello') : setAt(at - 1))}
          onPause={() => setRests('pause')}
        />
      )}
      <HoldToLeave onLeave={leave} />
    </main>
  )
}
