import { useTranslation } from 'react-i18next'
import { openEventsByGravity } from '#domain/figures/summarise-figures.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { useNotes } from './use-notes.ts'

export function EventsQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const notes = useNotes(today)
  const grouped = figures.sites.map((site) => {
    const open = openEventsByGravity(figures.rows.filter((row) => row.site === site.id))
    return { site, values: [open[1] + open[2], open[3], open[4] + open[5]] }
  })
  const sum = (at: number) => grouped.reduce((total, { values }) => total + (values[at] ?? 0), 0)
  const serious = sum(1) + sum(2)
  const open = sum(0) + serious

  return (
    <Question
      id="events"
      number={number}
      title={t('eventsTitle')}
      answer={
        open === 0 ? (
          t('eventsNone')
        ) : (
          <>
            <b>{t('eventsOpen', { count: open })}</b>,{' '}
            {serious > 0 ? t('eventsSerious', { count: serious }) : t('eventsNoSerious')}.
          </>
        )
      }
      notes={[
        notes.n(open),
        notes.situation,
        notes.source(t('sourceEvents')),
        t('eventsNote'),
        t('alphabetical'),
      ]}
    >
      {open > 0 && (
        <BarChart
          caption={t('eventsCaption')}
          series={[
            { label: t('eventsMinor'), tone: 'plain' },
            { label: t('eventsMajor'), tone: 'soft' },
            { label: t('eventsGrave'), tone: 'strong' },
          ]}
          rows={grouped.map(({ site, values }) => ({
            id: site.id,
            label: site.name,
            values,
            text: String(values.reduce((total, value) => total + value, 0)),
          }))}
        />
      )}
    </Question>
  )
}
