import { STEPS, type Step } from './draft.ts'
import styles from './step-line.module.css'
import { type TextKey, useTexts } from './use-texts.ts'

const NAMES: Record<Step, TextKey> = {
  what: 'stepWhat',
  gravity: 'stepGravity',
  details: 'stepDetails',
  you: 'stepYou',
}

/** The line of the house: four stops, the state also in words. */
export function StepLine({ here }: { here: Step }) {
  const { t } = useTexts()
  const at = STEPS.indexOf(here)
  return (
    <ol className={styles.steps} aria-label={t('stepsLabel')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          data-state={index < at ? 'done' : index === at ? 'here' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          {t(NAMES[step])}
          {index < at ? <span className="sr">, {t('stepDone')}</span> : null}
        </li>
      ))}
    </ol>
  )
}
