import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Analysis,
  BARRIER_KINDS,
  type BarrierKind,
} from '#domain/adverse-event/analysis/analysis.ts'
import { SelectField } from '#ui/select-field.tsx'
import { MemberList } from './member-list.tsx'

const KIND_WORDS = {
  prevention: 'kindPrevention',
  recovery: 'kindRecovery',
  mitigation: 'kindMitigation',
} as const satisfies Record<BarrierKind, string>

/** What stood between the danger and the person, and whether it held. */
export function BarriersPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  const [kind, setKind] = useState<BarrierKind>('prevention')
  const [worked, setWorked] = useState(false)
  return (
    <MemberList
      analysis={analysis}
      collection="barriers"
      title={t('barriers')}
      field={t('barriersField')}
      editable={editable}
      items={analysis.barriers.map((barrier) => ({
        id: barrier.id,
        words: barrier.words,
        line: (
          <>
            {barrier.words} ({t(KIND_WORDS[barrier.kind])}) :{' '}
            <b>{t(barrier.worked ? 'barrierYes' : 'barrierNo')}</b>
          </>
        ),
      }))}
      extraFields={{ kind, worked }}
      extras={
        <>
          <SelectField
            label={t('barrierKind')}
            value={kind}
            onChange={(value) =>
              setKind(BARRIER_KINDS.find((each) => each === value) ?? 'prevention')
            }
            options={BARRIER_KINDS.map((each) => ({ value: each, label: t(KIND_WORDS[each]) }))}
          />
          <SelectField
            label={t('barrierWorked')}
            value={worked ? 'yes' : 'no'}
            onChange={(value) => setWorked(value === 'yes')}
            options={[
              { value: 'no', label: t('barrierNo') },
              { value: 'yes', label: t('barrierYes') },
            ]}
          />
        </>
      }
    />
  )
}
