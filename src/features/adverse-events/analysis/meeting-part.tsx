import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Analysis, INSTANCES, type Instance } from '#domain/adverse-event/analysis/analysis.ts'
import { DateField } from '#ui/date-field.tsx'
import { reportFailure } from '#ui/notices.ts'
import { NumberField } from '#ui/number-field.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import styles from './analysis.module.css'
import { MemberList } from './member-list.tsx'
import { TextPart } from './text-part.tsx'
import { useAnalysisWriter } from './use-analysis.ts'

export const INSTANCE_WORDS = {
  rex: 'instanceRex',
  crex: 'instanceCrex',
  rmm: 'instanceRmm',
} as const satisfies Record<Instance, string>

/** Which meeting, when, with which functions, and why this event. */
export function MeetingPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  const { set } = useAnalysisWriter(analysis)
  const [count, setCount] = useState(1)
  return (
    <>
      <Section title={t('meeting')}>
        <div className={styles.stack}>
          {editable ? (
            <div className={styles.pair}>
              <SelectField
                label={t('instance')}
                hint={t('instanceHint')}
                value={analysis.instance}
                onChange={(instance) => reportFailure(set({ instance }))}
                options={INSTANCES.map((code) => ({ value: code, label: t(INSTANCE_WORDS[code]) }))}
              />
              <DateField
                label={t('heldOn')}
                value={analysis.heldOn ?? ''}
                onChange={(day) => reportFailure(set({ heldOn: day || null }))}
              />
            </div>
          ) : (
            <p>{t(INSTANCE_WORDS[analysis.instance])}</p>
          )}
          <TextPart
            analysis={analysis}
            field="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            value={analysis.reason}
            editable={editable}
          />
          <TextPart
            analysis={analysis}
            field="management"
            label={t('management')}
            value={analysis.management}
            editable={editable}
          />
        </div>
      </Section>
      <MemberList
        analysis={analysis}
        collection="participants"
        title={t('participants')}
        field={t('participantsField')}
        hint={t('participantsHint')}
        editable={editable}
        items={analysis.participants.map((each) => ({
          id: each.id,
          words: each.words,
          line: t('countOf', { count: each.count, words: each.words }),
        }))}
        extraFields={{ count }}
        extras={
          <NumberField
            label={t('participantsCount')}
            value={count}
            min={1}
            max={30}
            onChange={(value) => setCount(value ?? 1)}
          />
        }
      />
    </>
  )
}
