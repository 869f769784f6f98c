import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import type { Day } from '#domain/shared/day.ts'
import { DateField } from '#ui/date-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { TextField } from '#ui/text-field.tsx'
import { MemberList } from './member-list.tsx'

/** What happened, hour by hour, then what was not as expected. */
export function ChronologyPart({
  analysis,
  firstDay,
  editable,
}: {
  analysis: Analysis
  firstDay: Day | undefined
  editable: boolean
}) {
  const { t } = useTranslation('event-analysis')
  const language = useLanguage()
  const [on, setOn] = useState<string>(firstDay ?? '')
  const [at, setAt] = useState('')
  return (
    <>
      <MemberList
        analysis={analysis}
        collection="facts"
        title={t('facts')}
        field={t('factsField')}
        hint={t('factsHint')}
        editable={editable}
        items={analysis.facts.map((fact) => ({
          id: fact.id,
          words: fact.words,
          line: (
            <>
              <b>
                {[fact.on && formatDay(fact.on, language, 'near'), fact.at]
                  .filter(Boolean)
                  .join(', ')}
              </b>{' '}
              {fact.words}
            </>
          ),
        }))}
        extraFields={{ on, at }}
        extras={
          <>
            <DateField label={t('factDay')} value={on} onChange={setOn} />
            <TextField label={t('factClock')} type="time" value={at} onChange={setAt} />
          </>
        }
      />
      <MemberList
        analysis={analysis}
        collection="gaps"
        title={t('gaps')}
        field={t('gapsField')}
        editable={editable}
        items={analysis.gaps.map(({ id, words }) => ({ id, words, line: words }))}
      />
    </>
  )
}
