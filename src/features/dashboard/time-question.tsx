import { useTranslation } from 'react-i18next'
import { countsBySite } from '#domain/figures/summarise-figures.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { lastYear } from './period.ts'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { timeGaps } from './time-shares.ts'
import { useNotes } from './use-notes.ts'

/** A gap below a day is not named: visits are noted by half days. */
const NAMED_GAP_DAYS = 1

export function TimeQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const notes = useNotes(today)
  const ids = figures.sites.map(({ id }) => id)
  const counts = countsBySite(ids, figures.rows, lastYear(today))
  const gaps = timeGaps(
    figures.sites,
    new Map(counts.map(({ site, visitDays }) => [site, visitDays])),
  )
  const total = gaps.reduce((sum, { days }) => sum + days, 0)
  const hasKey = gaps.some(({ expected }) => expected !== undefined)
  const words = (days: number) => formatNumber(days, language, 1)

  const named = gaps.flatMap(({ site, days, expected }) => {
    const gap = expected === undefined ? 0 : days - expected
    if (Math.abs(gap) < NAMED_GAP_DAYS) return []
    const rounded = Math.round(Math.abs(gap))
    const values = { site: site.name, count: rounded, days: words(rounded) }
    return [gap < 0 ? t('timeLess', values) : t('timeMore', values)]
  })

  return (
    <Question
      id="time"
      number={number}
      title={t('timeTitle')}
      answer={
        total === 0 ? (
          t('timeNone')
        ) : (
          <>
            <b>{t('timeDays', { count: total, days: words(total) })}.</b>{' '}
            {named.length > 0 ? t('timeGaps', { list: named.join(', ') }) : hasKey && t('timeEven')}
          </>
        )
      }
      notes={[
        notes.period,
        notes.source(t('sourceVisits')),
        hasKey ? t('timeKey') : t('timeNoKey'),
        t('alphabetical'),
      ]}
    >
      {total > 0 && (
        <BarChart
          caption={t('timeCaption')}
          series={[{ label: t('timeSeries'), tone: 'soft' }]}
          markLabel={hasKey ? t('timeMark') : undefined}
          rows={gaps.map(({ site, days, expected }) => ({
            id: site.id,
            label: site.name,
            values: [days],
            mark: expected,
            text:
              expected === undefined
                ? t('timeRowPlain', { days: words(days) })
                : t('timeRow', { days: words(days), expected: words(Math.round(expected)) }),
          }))}
        />
      )}
    </Question>
  )
}
