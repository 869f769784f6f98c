import { useTranslation } from 'react-i18next'
import { answeredInTime } from '#domain/adverse-event/you-said-we-did.ts'
import { eventsThatCount, type FigureRow } from '#domain/figures/summarise-figures.ts'
import { parseDay } from '#domain/shared/day.ts'
import { textField } from '#domain/shared/json.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { formatPercent } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { lastYear } from './period.ts'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { SMALL_N } from './small-n.ts'
import { useNotes } from './use-notes.ts'

/** Does anything come back to those who declare? Of the events closed in the year. */
export function ReturnQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const notes = useNotes(today)
  const { from, to } = lastYear(today)
  const closed = eventsThatCount(figures.rows).filter(({ fields }) => {
    const on = textField(fields, 'closedOn')
    return fields.status === 'closed' && on >= from && on <= to
  })
  const total = closed.length
  const all = answeredInTime(closed.map(answeredOf))
  const share = (count: number) =>
    total < SMALL_N
      ? t('shareCount', { count, total })
      : t('shareRate', { count, total, rate: formatPercent(count / total, language) })

  return (
    <Question
      id="return"
      number={number}
      title={t('returnTitle')}
      answer={
        total === 0 ? (
          t('returnNone')
        ) : (
          <>
            <b>{t('returnAnswered', { share: share(all.answered) })}</b>{' '}
            {t('returnInTime', { share: share(all.inTime) })}
          </>
        )
      }
      notes={[
        notes.n(total),
        notes.period,
        notes.source(t('sourceEvents')),
        t('returnNote'),
        t('alphabetical'),
      ]}
    >
      {total > 0 && (
        <BarChart
          caption={t('returnCaption')}
          series={[
            { label: t('returnSoon'), tone: 'strong' },
            { label: t('returnLate'), tone: 'soft' },
            { label: t('returnWithout'), tone: 'plain' },
          ]}
          rows={figures.sites.map((site) => {
            const here = closed.filter((row) => row.site === site.id)
            const { answered, inTime } = answeredInTime(here.map(answeredOf))
            return {
              id: site.id,
              label: site.name,
              values: [inTime, answered - inTime, here.length - answered],
              text: t('returnRow', { answered, total: here.length }),
            }
          })}
        />
      )}
    </Question>
  )
}

function answeredOf({ fields }: FigureRow) {
  return {
    declaredOn: parseDay(textField(fields, 'declaredOn')),
    answeredOn: parseDay(textField(fields, 'answeredOn')),
    isAnswered: fields.answered === true,
  }
}
