import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { DRAWINGS, type Protocol, sharedTarget, targetsOf } from '#domain/epp/protocol.ts'
import type { Form } from '#domain/form/form.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import css from '#ui/form/start-form.module.css'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { formatDay, formatPercent } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { EppPeriod } from './epp-period.tsx'
import { EppTargets } from './epp-targets.tsx'
import { unitOf } from './unit-of.ts'

interface EppProtocolProps {
  readonly form: Form
  /** The round it belongs to. */
  readonly record: RecordId
  readonly protocol: Protocol
  readonly mayWrite: boolean
}

/** Who is in the sample, how it is drawn, over which days: fixed before the round, printed with it. */
export const EppProtocol = memo(function EppProtocol(props: EppProtocolProps) {
  const { form, record: id, protocol, mayWrite } = props
  const { t } = useTranslation('epp')
  const { writer, drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const language = useLanguage()
  const { population, drawing, from, to } = protocol
  const set = (fields: Fields) => writer.set(id, fields)
  if (!mayWrite) {
    return (
      <Section title={t('protocol')} level={3}>
        <p>{t('protocolPopulationSaid', { words: population || t('notSaid') })}</p>
        <p>
          {t('protocolDrawingSaid', { words: drawing ? t(`drawing-${drawing}`) : t('notSaid') })}
        </p>
        <p>{periodWords()}</p>
        <p>{targetWords()}</p>
      </Section>
    )
  }
  return (
    <Section title={t('protocol')} note={t('protocolNote')} level={3}>
      <div className={css.start}>
        <DraftedText
          label={t('protocolPopulation', unitOf(form))}
          hint={t('protocolPopulationHint')}
          value={population}
          draftKey={`protocol:${id}`}
          drafts={drafts}
          onCommit={async (words) => {
            await set({ 'protocol.population': words })
            return true
          }}
          onFailure={reportFailure}
          warn={warn}
          rows={2}
        />
        <SelectField
          label={t('protocolDrawing')}
          value={drawing ?? ''}
          onChange={(code) => reportFailure(set({ 'protocol.drawing': code || null }))}
          options={[
            { value: '', label: t('notSaid') },
            ...DRAWINGS.map((code) => ({ value: code, label: t(`drawing-${code}`) })),
          ]}
        />
        <EppPeriod protocol={protocol} onChange={(fields) => reportFailure(set(fields))} />
        <EppTargets
          form={form}
          protocol={protocol}
          onChange={(fields) => reportFailure(set(fields))}
        />
      </div>
    </Section>
  )

  function periodWords(): string {
    const day = (value: NonNullable<typeof from>) => formatDay(value, language, 'long')
    if (from && to) return t('protocolPeriodSaid', { from: day(from), to: day(to) })
    if (from) return t('protocolPeriodFrom', { from: day(from) })
    return to ? t('protocolPeriodTo', { to: day(to) }) : t('protocolPeriodNotSaid')
  }

  function targetWords(): string {
    const targets = targetsOf(form, protocol)
    const shared = sharedTarget(form, targets)
    if (shared === undefined) return t(targets.size > 0 ? 'targetsOwnSaid' : 'targetNotSaid')
    return t('targetSaid', { target: formatPercent(shared, language) })
  }
})
