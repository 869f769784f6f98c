import { ArrowLeft } from 'lucide-react'
import { textIn } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { choiceQuestion } from './choice-question.ts'
import styles from './family-step.module.css'
import { Frame } from './frame.tsx'
import type { StepProps } from './step-props.ts'
import { TileIcon } from './tile-icons.tsx'
import { useTexts } from './use-texts.ts'

/** Nine pictures; a tap goes on. */
export function FamilyStep({
  draft,
  top,
  onBack,
  onPick,
}: StepProps & { onPick: (family: string) => void }) {
  const { t, language } = useTexts()
  const question = choiceQuestion(draft, 'family')
  return (
    <Frame
      title={textIn(question.label, language)}
      lead={t('whatLead')}
      top={top}
      foot={
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <ul className={styles.tiles}>
        {question.choices.map(({ code, label, icon }) => (
          <li key={code}>
            <button
              type="button"
              aria-pressed={draft.answers.family === code}
              onClick={() => onPick(code)}
            >
              <TileIcon name={icon} />
              <span>{textIn(label, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
