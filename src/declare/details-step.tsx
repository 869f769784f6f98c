import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { ChoiceQuestion } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { textIn } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { detailQuestions, offeredChoices } from './choice-question.ts'
import styles from './details-step.module.css'
import { Frame } from './frame.tsx'
import { PersonalDataWarning } from './personal-data-warning.tsx'
import type { StepProps } from './step-props.ts'
import type { Failure } from './use-declaration.ts'
import { useTexts } from './use-texts.ts'

/** Everything here may be skipped: chips to tap, and one sentence for those who have it. */
export function DetailsStep({
  draft,
  top,
  onAnswer,
  onBack,
  onNext,
  failure,
}: StepProps & { failure: Failure }) {
  const { t, language } = useTexts()
  const [first, ...others] = detailQuestions(draft)

  const chips = (question: ChoiceQuestion) => {
    const taken = codesOf(draft.answers[question.id])
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset would say each chip's group twice.
      <div role="group" aria-label={textIn(question.label, language)} className={styles.chips}>
        {offeredChoices(question, draft).map(({ code, label }) => (
          <Chip
            key={code}
            pressed={taken.includes(code)}
            onClick={() =>
              onAnswer(
                question.id,
                taken.includes(code) ? taken.filter((each) => each !== code) : [...taken, code],
              )
            }
          >
            {textIn(label, language)}
          </Chip>
        ))}
      </div>
    )
  }

  return (
    <Frame
      title={t('detailsTitle')}
      lead={t('detailsLead')}
      top={top}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button tone="primary" iconAfter={ArrowRight} onClick={onNext}>
            {t('go')}
          </Button>
        </>
      }
    >
      <div className={styles.questions}>
        {first && 'choices' in first ? chips(first) : null}
        {others.map((question) => {
          const label = textIn(question.label, language)
          if ('choices' in question) {
            return (
              <div key={question.id} className={styles.question}>
                <p className={styles.label} aria-hidden="true">
                  {label}
                </p>
                {chips(question)}
              </div>
            )
          }
          const value = draft.answers[question.id]
          const words = typeof value === 'string' ? value : ''
          return (
            <div key={question.id} className={styles.question}>
              <label>
                <span className={styles.label}>{label}</span>
                <textarea
                  rows={3}
                  maxLength={4000}
                  value={words}
                  aria-describedby="dictation"
                  onChange={({ target }) => onAnswer(question.id, target.value)}
                />
              </label>
              <PersonalDataWarning
                words={words}
                onReplace={(next) => onAnswer(question.id, next)}
              />
              <p id="dictation" className={styles.hint}>
                {t('dictation')}
              </p>
            </div>
          )
        })}
        {failure === 'save' ? <Notice tone="alert">{t('saveFailed')}</Notice> : null}
      </div>
    </Frame>
  )
}

function codesOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}
