import { ArrowLeft } from 'lucide-react'
import { TILES } from '#domain/adverse-event/event-tiles.ts'
import type { Choice } from '#domain/form/form.ts'
import type { SiteKind } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { choiceQuestion } from './choice-question.ts'
import styles from './family-step.module.css'
import { Frame } from './frame.tsx'
import type { StepProps } from './step-props.ts'
import { TileIcon } from './tile-icons.tsx'
import { useTexts } from './use-texts.ts'

/** Nine pictures, those of this kind of home; a tap goes on. */
export function FamilyStep({
  draft,
  top,
  onBack,
  onPick,
  kind,
}: StepProps & { kind: SiteKind; onPick: (family: string) => void }) {
  const { t, say } = useTexts()
  const question = choiceQuestion('family')
  const tiles = tilesOf(kind, question.choices)
  return (
    <Frame
      title={say(question.label)}
      lead={t('whatLead')}
      top={top}
      foot={
        <Button icon={ArrowLeft} onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <ul className={styles.tiles}>
        {tiles.map(({ code, label, icon }) => (
          <li key={code}>
            <button
              type="button"
              aria-pressed={draft.answers.family === code}
              onClick={() => onPick(code)}
            >
              <TileIcon name={icon} />
              <span>{say(label)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function tilesOf(kind: SiteKind, choices: readonly Choice[]): readonly Choice[] {
  return TILES[kind].flatMap((family) => choices.find(({ code }) => code === family) ?? [])
}
