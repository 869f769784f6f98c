import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ALARM_CODES, ALARM_GROUPS } from '#domain/adverse-event/analysis/alarm.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import { useText } from '#ui/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Fishbone } from './fishbone.tsx'
import { MemberList } from './member-list.tsx'

/** Contributory factors in the seven groups of ALARM, and the same drawn as a fishbone. */
export function CausesPart({ analysis, editable }: { analysis: Analysis; editable: boolean }) {
  const { t } = useTranslation('event-analysis')
  const text = useText()
  const [group, setGroup] = useState<(typeof ALARM_CODES)[number]>('patient')
  return (
    <MemberList
      analysis={analysis}
      collection="causes"
      title={t('causes')}
      field={t('causesField')}
      hint={text(ALARM_GROUPS[group].themes)}
      editable={editable}
      items={ALARM_CODES.flatMap((code) =>
        analysis.causes
          .filter((cause) => cause.group === code)
          .map(({ id, words }) => ({
            id,
            words,
            line: (
              <>
                <b>{text(ALARM_GROUPS[code].title)}</b> : {words}
              </>
            ),
          })),
      )}
      extraFields={{ group }}
      extras={
        <SelectField
          label={t('causesGroup')}
          value={group}
          onChange={(value) => setGroup(ALARM_CODES.find((code) => code === value) ?? 'patient')}
          options={ALARM_CODES.map((code) => ({
            value: code,
            label: text(ALARM_GROUPS[code].title),
          }))}
        />
      }
      after={analysis.causes.length > 0 ? <Fishbone causes={analysis.causes} /> : null}
    />
  )
}
