import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import {
  type AdverseEvent,
  EVENT_STATUSES,
  type Gravity,
  gravityOf,
} from '#domain/adverse-event/adverse-event.ts'
import { criticality, type Zone } from '#domain/adverse-event/criticality.ts'
import { EVENT_STATUS_TEXTS, PERCEIVED_GRAVITY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { numberField } from '#domain/shared/json.ts'
import { paths } from '#src/paths.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { StatusLine } from '#ui/status-line.tsx'
import styles from './events.module.css'
import { RiskMatrix } from './triage/risk-matrix.tsx'
import { useRiskScales } from './triage/use-risk-scales.ts'
import { useEventWriter } from './use-event-writer.ts'

const ZONES = {
  accepted: 'zoneAccepted',
  watch: 'zoneWatch',
  refused: 'zoneRefused',
} as const satisfies Record<Zone, string>

/** What the declarant said, what the product proposes, what the triage settled: three things. */
export function EventGravity({ event, editable }: { event: AdverseEvent; editable: boolean }) {
  const { t } = useTranslation('events')
  const text = useText()
  const language = useLanguage()
  const scales = useRiskScales()
  const { keptAt, pending, set } = useEventWriter(event.id)
  const proposed = gravityOf({ ...event, gravity: undefined })
  const settled = readLevel(numberField(pending, 'gravity')) ?? event.gravity
  const level = gravityOf({ ...event, gravity: settled })
  const word = scales.word('gravity', level, language)
  const frequency = readLevel(numberField(pending, 'frequency') ?? event.frequency)
  const risk = frequency === undefined ? undefined : criticality(level, frequency, scales.bounds)
  return (
    <Section title={t('gravity')} note={<Link to={paths.scales()}>{t('scalesSee')}</Link>}>
      <div className={styles.reading}>
        <p>
          {t('perceived', { words: text(PERCEIVED_GRAVITY_TEXTS[event.perceivedGravity].label) })}
        </p>
        <p>
          {settled === undefined
            ? t('gravityProposed', { level, word })
            : t('gravitySettled', { level, word, proposed })}
        </p>
        <p>
          {frequency === undefined
            ? t('frequencyNone')
            : t('frequencyWord', {
                level: frequency,
                word: scales.word('frequency', frequency, language),
              })}
        </p>
        {risk ? (
          <p>
            <b>{t('criticality', { value: risk.value, zone: t(ZONES[risk.zone]) })}</b>
          </p>
        ) : null}
        <p className="soft small">{t('criticalityRule')}</p>
      </div>
      {editable ? (
        <div className={styles.fields}>
          <RiskMatrix
            gravity={level}
            frequency={frequency}
            onPick={(gravity, frequent) => set({ gravity, frequency: frequent })}
          />
          <NumberField
            label={t('gravityField')}
            value={level}
            min={1}
            max={5}
            onChange={(value) => {
              const gravity = readLevel(value)
              if (gravity !== undefined) set({ gravity })
            }}
          />
          <NumberField
            label={t('frequencyField')}
            value={frequency}
            min={1}
            max={5}
            onChange={(value) => {
              const next = readLevel(value)
              if (next !== undefined) set({ frequency: next })
            }}
          />
          <SelectField
            label={t('statusField')}
            value={event.status}
            onChange={(status) => set({ status })}
            options={EVENT_STATUSES.map((code) => ({
              value: code,
              label: text(EVENT_STATUS_TEXTS[code]),
            }))}
          />
          {keptAt ? <StatusLine tone="saved">{t('kept', { time: keptAt })}</StatusLine> : null}
        </div>
      ) : null}
    </Section>
  )
}

/** A figure typed out of the scale is not written. */
function readLevel(value: number | undefined): Gravity | undefined {
  return ([1, 2, 3, 4, 5] as const).find((level) => level === value)
}
