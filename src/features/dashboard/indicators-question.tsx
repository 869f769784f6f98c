import { useTranslation } from 'react-i18next'
import { DataTable } from '#ui/data-table.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { indicatorName } from './indicator-names.ts'
import { periodWords, targetWords, valueWords } from './indicator-words.ts'
import { latestIndicators, reachedTargets } from './latest-indicators.ts'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { useNotes } from './use-notes.ts'

export function IndicatorsQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const text = useText()
  const notes = useNotes(today)
  const homes = new Map(figures.sites.map(({ id, name }) => [id, name]))
  const indicators = latestIndicators(figures.indicators, homes).map(({ code, values }) => {
    const name = indicatorName(code)
    return {
      code,
      values,
      label: name ? text(name.label) : code,
      reference: name?.reference,
      reached: name?.targetIsFloor ? reachedTargets(values) : { reached: 0, total: 0 },
    }
  })
  const targets = indicators
    .filter(({ reached }) => reached.total > 0)
    .map(({ label, reached: { reached, total } }) =>
      t('indicatorsReached', { name: label, count: reached, total }),
    )

  return (
    <Question
      id="indicators"
      number={number}
      title={t('indicatorsTitle')}
      answer={
        <>
          <b>{t('indicatorsLead', { count: indicators.length })}.</b> {targets.join(' ')}
        </>
      }
      notes={[
        notes.n(indicators.reduce((sum, { values }) => sum + values.length, 0)),
        notes.situation,
        notes.source(t('sourceIndicators')),
        t('indicatorsNote'),
        t('alphabetical'),
      ]}
    >
      {indicators.map(({ code, label, reference, values }) => (
        <DataTable
          key={code}
          caption={reference ? t('indicatorCaption', { name: label, reference }) : label}
          columns={[
            { key: 'site', label: t('columnSite') },
            { key: 'value', label: t('columnValue') },
            { key: 'target', label: t('columnTarget') },
            { key: 'period', label: t('columnPeriod') },
          ]}
          rows={values.map((value) => ({
            id: value.id,
            cells: {
              site: homes.get(value.site) ?? '',
              value: valueWords(value, t, language),
              target: targetWords(value, t, language),
              period: periodWords(value.period, language),
            },
          }))}
        />
      ))}
    </Question>
  )
}
