import { parseDay } from '#domain/shared/day.ts'
import type { IntakePlace } from '#protocol/intake.ts'
import styles from './context-bar.module.css'
import type { Draft } from './draft.ts'
import type { DeclarationFlow } from './use-declaration.ts'
import { useTexts } from './use-texts.ts'

/** Day, hour and wall by native fields. Only the walls scanned on this phone can be chosen. */
export function AdjustPanel({
  draft,
  places,
  flow,
}: {
  draft: Draft
  places: ReadonlyMap<string, IntakePlace>
  flow: Pick<DeclarationFlow, 'change' | 'moveTo'>
}) {
  const { t } = useTexts()
  return (
    <div className={styles.panel}>
      <label>
        {t('adjustDay')}
        <input
          type="date"
          value={draft.occurredOn}
          onChange={({ target }) => {
            // An emptied date keeps the last one: the envelope always carries a day.
            const day = parseDay(target.value)
            if (day) flow.change({ occurredOn: day })
          }}
        />
      </label>
      <label>
        {t('adjustClock')}
        <input
          type="time"
          value={draft.occurredAt}
          onChange={({ target }) => flow.change({ occurredAt: target.value.slice(0, 5) })}
        />
      </label>
      {places.size > 1 ? (
        <label className={styles.whole}>
          {t('adjustPlace')}
          <select value={draft.token} onChange={({ target }) => flow.moveTo(target.value)}>
            {[...places].map(([token, { siteName, unitName }]) => (
              <option key={token} value={token}>
                {t('where', { site: siteName, unit: unitName })}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="small soft">{t('adjustOtherPlace')}</p>
      )}
    </div>
  )
}
