import { useState } from 'react'
import type { IntakePlace } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { AdjustPanel } from './adjust-panel.tsx'
import styles from './context-bar.module.css'
import { dayWords } from './day-words.ts'
import type { Draft } from './draft.ts'
import type { DeclarationFlow } from './use-declaration.ts'
import { useTexts } from './use-texts.ts'

/** Where and when, already filled in; « Modifier » opens the three of them below. */
export function ContextBar({
  draft,
  place,
  places,
  flow,
}: {
  draft: Draft
  place: IntakePlace
  places: ReadonlyMap<string, IntakePlace>
  flow: Pick<DeclarationFlow, 'change' | 'moveTo'>
}) {
  const { t, language } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const day = dayWords(draft.occurredOn, language)
  return (
    <div className={styles.bar}>
      <p>
        <b>{t('where', { site: place.siteName, unit: place.unitName })}</b>
        <span>{draft.occurredAt ? t('when', { day, clock: draft.occurredAt }) : day}</span>
      </p>
      <Button
        tone="quiet"
        aria-expanded={isOpen}
        aria-label={isOpen ? t('adjustDone') : t('adjustLabel')}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('adjustDone') : t('adjust')}
      </Button>
      {isOpen ? <AdjustPanel draft={draft} places={places} flow={flow} /> : null}
    </div>
  )
}
