import { ArrowLeft, ArrowRight } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { ChoiceQuestion } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/notice.tsx'
import { DETAIL_QUESTIONS, offeredChoices } from './choice-question.ts'
import styles from './details-step.module.css'
import { Frame } from './frame.tsx'
import { PersonalDataWarning } from './personal-data-warning.tsx'
import type { StepProps } from './step-props.ts'
import type { Failure } from './use-declaration.ts'
import { useTexts } from './use-texts.ts'

// The picture is drawn and shrunk by code that nobody waits for.
const PhotoField = lazy(async () => ({
  default: (await import('./photo/photo-field.tsx')).PhotoField,
}))

/** Everything here may be skipped: chips to tap, and one sentence for those who have it. */
export function DetailsStep({
  draft,
  top,
  onAnswer,
  onBack,
  onNext,
  failure,
  onPhoto,
}: StepProps & { failure: Failure; onPhoto: (photo: string) => void }) {
  const { t, say } = useTexts()
  const [first, ...others] = DETAIL_QUESTIONS

  const chips = (question: ChoiceQuestion) => {
    const taken = codesOf(draft.answers[question.id])
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset would say each chip's group twice.
      <div role="group" aria-label={say(question.label)} className={styles.chips}>
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
            {say(label)}
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
          const label = say(question.label)
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
                  autoComplete="off"
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
        <Suspense>
          <PhotoField photo={draft.photo} onChange={onPhoto} />
        </Suspense>
        {failure === 'save' ? <Notice tone="alert">{t('saveFailed')}</Notice> : null}
      </div>
    </Frame>
  )
}

function codesOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}
