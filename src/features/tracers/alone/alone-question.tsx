import { ArrowLeft, ArrowRight, Pause } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EasyQuestion } from '#domain/tracer/easy-questions.ts'
import { OWN_ANSWERS, type OwnAnswer } from '#domain/tracer/own-answers.ts'
import { useText } from '#ui/i18n.ts'
import { Pictogram } from '#ui/pictogram.tsx'
import { OWN_ANSWER_WORDS } from '../own-answer-words.ts'
import css from './alone.module.css'
import { Face } from './face.tsx'
import { Listen } from './listen.tsx'

interface AloneQuestionProps {
  readonly question: EasyQuestion
  /** « Question 2 sur 6 ». */
  readonly count: string
  readonly answer: OwnAnswer | undefined
  readonly onAnswer: (answer: OwnAnswer) => void
  readonly onNext: () => void
  readonly onBack: () => void
  readonly onPause: () => void
}

/** One question: a picture, a sentence, three faces, two ways of not answering. */
export function AloneQuestion(props: AloneQuestionProps) {
  const { question, count, answer, onAnswer, onNext, onBack, onPause } = props
  const { t } = useTranslation('tracers')
  const text = useText()
  const title = useRef<HTMLHeadingElement>(null)
  // A reader of screens hears the new question, not the button that brought it.
  useEffect(() => title.current?.focus(), [])
  const words = OWN_ANSWERS.map((code) => t(OWN_ANSWER_WORDS[code]))
  return (
    <>
      <p className={css.count}>{count}</p>
      <div className={css.question}>
        <Pictogram picture={question.picture} />
        <div>
          <h1 ref={title} tabIndex={-1} className={css.ask}>
            {text(question.ask)}
          </h1>
          <p className={css.explain}>{text(question.explain)}</p>
          <Listen
            words={[text(question.ask), text(question.explain), ...words.slice(0, 3)].join(' ')}
          />
        </div>
      </div>
      <fieldset className={css.answers}>
        <legend className="sr">{text(question.ask)}</legend>
        {OWN_ANSWERS.map((code) => (
          <label key={code} className={css.answer} data-answer={code}>
            <input
              type="radio"
              name="own-answer"
              checked={answer === code}
              onChange={() => onAnswer(code)}
            />
            <Face answer={code} />
            <span>{t(OWN_ANSWER_WORDS[code])}</span>
          </label>
        ))}
      </fieldset>
      <div className={css.moves}>
        <button type="button" className={css.move} onClick={onBack}>
          <ArrowLeft aria-hidden="true" />
          {t('aloneBack')}
        </button>
        <button type="button" className={css.move} onClick={onPause}>
          <Pause aria-hidden="true" />
          {t('alonePause')}
        </button>
        <button type="button" className={css.next} disabled={answer === undefined} onClick={onNext}>
          {t('aloneNext')}
          <ArrowRight aria-hidden="true" />
        </button>
      </div>
    </>
  )
}
