import { useTranslation } from 'react-i18next'
import { countsBySite } from '#domain/figures/summarise-figures.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { lastYear } from './period.ts'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { useNotes } from './use-notes.ts'

export function ActionsQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const notes = useNotes(today)
  const counts = countsBySite(
    figures.sites.map(({ id }) => id),
    figures.rows,
    lastYear(today),
  )
  const sum = (read: (count: (typeof counts)[number]) => number) =>
    counts.reduce((total, count) => total + read(count), 0)
  const done = sum(({ doneActions }) => doneActions)
  const late = sum(({ lateActions }) => lateActions)
  const total = done + sum(({ openActions }) => openActions)
  const names = new Map(figures.sites.map(({ id, name }) => [id, name]))

  return (
    <Question
      id="actions"
      number={number}
      title={t('actionsTitle')}
      answer={
        total === 0 ? (
          t('actionsNone')
        ) : (
          <>
            <b>{t('actionsDone', { count: done, total })}</b>,{' '}
            {late > 0 ? t('actionsLate', { count: late }) : t('actionsNoLate')}.
          </>
        )
      }
      notes={[
        notes.n(total),
        notes.situation,
        notes.source(t('sourceActions')),
        t('actionsNote'),
        t('alphabetical'),
      ]}
    >
      {total > 0 && (
        <BarChart
          caption={t('actionsCaption')}
          series={[
            { label: t('actionsSeriesDone'), tone: 'strong' },
            { label: t('actionsSeriesOpen'), tone: 'plain' },
            { label: t('actionsSeriesLate'), tone: 'alert' },
          ]}
          rows={counts.map(({ site, doneActions, openActions, lateActions }) => ({
            id: site,
            label: names.get(site) ?? '',
            values: [doneActions, openActions - lateActions, lateActions],
            text: lateActions > 0 ? t('actionsLate', { count: lateActions }) : t('actionsNoLate'),
          }))}
        />
      )}
    </Question>
  )
}
