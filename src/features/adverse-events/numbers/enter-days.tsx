import { useTranslation } from 'react-i18next'
import { useDraft, useWorkspace } from '#data/stores-context.ts'
import {
  PRESENCE_INDICATOR,
  type PresenceDays,
} from '#domain/adverse-event/numbers/presence-days.ts'
import { type Fields, numberField } from '#domain/shared/json.ts'
import type { Site } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import styles from './numbers.module.css'

interface EnterDaysProps {
  readonly site: Site
  readonly months: readonly {
    readonly month: string
    readonly name: string
    readonly said: PresenceDays
  }[]
}

/**
 * Days of presence, month by month: those that miss are asked, the others corrected, and two values
 * that disagree settled. What is typed is a draft until it is kept.
 */
export function EnterDays({ site, months }: EnterDaysProps) {
  const { t } = useTranslation('event-numbers')
  const { writer } = useWorkspace()
  const [draft, keepDraft, dropDraft] = useDraft(`presence:${site.id}`)
  const typed: Fields = isFields(draft) ? draft : {}
  const entered = months.flatMap(({ month, said }) => {
    const days = numberField(typed, month)
    const isNew = days !== undefined && !(said.kind === 'known' && said.days === days)
    return isNew ? [{ month, said, days }] : []
  })

  async function keep() {
    for (const { month, said, days } of entered) {
      if (said.kind === 'missing') {
        await writer.create('indicator-value', site.id, {
          indicator: PRESENCE_INDICATOR,
          period: month,
          numerator: days,
          source: t('source'),
        })
      } else {
        for (const record of said.records) await writer.set(record, { numerator: days })
      }
    }
    // Typed for the other period, on the same page: still to be kept.
    const others = Object.entries(typed).filter(
      ([name]) => !months.some(({ month }) => month === name),
    )
    await (others.length > 0 ? keepDraft(Object.fromEntries(others)) : dropDraft())
  }

  return (
    <details className={styles.enter}>
      <summary>{t('enterDays')}</summary>
      <form
        className={styles.stack}
        onSubmit={(submitted) => {
          submitted.preventDefault()
          reportFailure(keep())
        }}
      >
        <p className="soft small">{t('enterLead')}</p>
        <div className={styles.days}>
          {months.map(({ month, name, said }) => (
            <NumberField
              key={month}
              label={t('daysOf', { month: name })}
              hint={said.kind === 'disagree' ? t('daysSettle') : undefined}
              value={shownDays(typed, month, said)}
              min={1}
              onChange={(value) => reportFailure(keepDraft({ ...typed, [month]: value ?? null }))}
            />
          ))}
        </div>
        <Button type="submit" disabled={entered.length === 0}>
          {t('keepDays')}
        </Button>
      </form>
    </details>
  )
}

/** A value being erased stays empty: what was said before must not come back under the fingers. */
function shownDays(typed: Fields, month: string, said: PresenceDays): number | undefined {
  if (Object.hasOwn(typed, month)) return numberField(typed, month)
  return said.kind === 'known' ? said.days : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
