import { EVENT_FAMILIES } from '#domain/adverse-event/adverse-event.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import type { IntakePlace } from '#protocol/intake.ts'
import { Button } from '#ui/button.tsx'
import { clockAt } from './clock-at.ts'
import type { Draft } from './draft.ts'
import styles from './left-behind.module.css'
import { useTexts } from './use-texts.ts'

/** A draft found after a crash: named, dated, offered; never opened by itself. */
export function LeftBehind({
  draft,
  place,
  onResume,
  onDrop,
}: {
  draft: Draft
  place: IntakePlace | undefined
  onResume: () => void
  onDrop: () => void
}) {
  const { t, say } = useTexts()
  const family = EVENT_FAMILIES.find((code) => code === draft.answers.family)
  const values = {
    clock: clockAt(draft.startedAt, place?.timeZone ?? 'Europe/Paris'),
    place: place?.unitName ?? '',
  }
  return (
    <section className={styles.left} aria-label={t('leftTitle')}>
      <p>
        <b>{t('leftTitle')}</b>
        {family
          ? t('leftNamed', { ...values, family: say(FAMILY_TEXTS[family]) })
          : t('leftUnnamed', values)}{' '}
        {t('leftLife')}
      </p>
      <div className={styles.choices}>
        <Button onClick={onDrop}>{t('leftDrop')}</Button>
        <Button onClick={onResume}>{t('leftResume')}</Button>
      </div>
    </section>
  )
}
