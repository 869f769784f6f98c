import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { BigRadio } from './big-radio.tsx'
import { choiceQuestion } from './choice-question.ts'
import { Frame } from './frame.tsx'
import styles from './gravity-step.module.css'
import { RisingBars } from './rising-bars.tsx'
import type { StepProps } from './step-props.ts'
import { TileIcon } from './tile-icons.tsx'
import { useTexts } from './use-texts.ts'

/** Plain words and rising bars, no scale number; what was avoided stands apart. */
export function GravityStep({ draft, top, onAnswer, onBack, onNext }: StepProps) {
  const { t, say } = useTexts()
  const question = choiceQuestion('gravity')
  const title = say(question.label)
  const chosen = draft.answers.gravity
  const bars = question.choices.filter(({ code }) => code !== 'near-miss')
  return (
    <Frame
      title={title}
      top={top}
      foot={
        <>
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('back')}
          </Button>
          <Button
            tone="primary"
            iconAfter={ArrowRight}
            disabled={typeof chosen !== 'string'}
            onClick={onNext}
          >
            {t('go')}
          </Button>
        </>
      }
    >
      <fieldset className={styles.levels}>
        <legend className="sr">{title}</legend>
        {question.choices.map(({ code, label, help }) => (
          <div key={code} className={styles.level}>
            <BigRadio
              name="gravity"
              checked={chosen === code}
              onChoose={() => onAnswer('gravity', code)}
              mark={
                code === 'near-miss' ? (
                  <TileIcon name="life-buoy" />
                ) : (
                  <RisingBars
                    filled={bars.findIndex((bar) => bar.code === code) + 1}
                    outOf={bars.length}
                  />
                )
              }
              label={say(label)}
              help={help && say(help)}
            />
            {code === 'near-miss' ? <p className={styles.or}>{t('or')}</p> : null}
          </div>
        ))}
      </fieldset>
    </Frame>
  )
}
