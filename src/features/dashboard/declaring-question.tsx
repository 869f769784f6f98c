import { useTranslation } from 'react-i18next'
import { eventsThatCount } from '#domain/figures/summarise-figures.ts'
import { textField } from '#domain/shared/json.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { formatPercent } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { lastYear } from './period.ts'
import { Question } from './question.tsx'
import type { QuestionInput } from './question-input.ts'
import { SMALL_N } from './small-n.ts'
import { useNotes } from './use-notes.ts'

export function DeclaringQuestion({ figures, today, number }: QuestionInput) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const notes = useNotes(today)
  const { from, to } = lastYear(today)
  const declared = eventsThatCount(figures.rows).filter(({ fields }) => {
    const on = textField(fields, 'declaredOn')
    return on >= from && on <= to
  })
  const avoided = declared.filter(({ fields }) => fields.nearMiss === true)
  const anonymous = declared.filter(({ fields }) => fields.identity === 'anonymous')
  const total = declared.length
  const share = (count: number) =>
    total < SMALL_N
      ? t('shareCount', { count, total })
      : t('shareRate', { count, total, rate: formatPercent(count / total, language) })

  return (
    <Question
      id="declaring"
      number={number}
      title={t('declaringTitle')}
      answer={
        total === 0 ? (
          t('declaringNone')
        ) : (
          <>
            <b>{t('declaringCount', { count: total })}</b>{' '}
            {t('declaringShares', {
              anonymous: share(anonymous.length),
              nearMiss: share(avoided.length),
            })}
          </>
        )
      }
      notes={[
        notes.n(total),
        notes.period,
        notes.source(t('sourceEvents')),
        t('declaringNote'),
        t('alphabetical'),
      ]}
    >
      {total > 0 && (
        <BarChart
          caption={t('declaringCaption')}
          series={[
            { label: t('declaringHarm'), tone: 'strong' },
            { label: t('declaringAvoided'), tone: 'plain' },
          ]}
          rows={figures.sites.map((site) => {
            const here = (rows: typeof declared) =>
              rows.filter((row) => row.site === site.id).length
            return {
              id: site.id,
              label: site.name,
              values: [here(declared) - here(avoided), here(avoided)],
              text: t('declaringRow', { total: here(declared), anonymous: here(anonymous) }),
            }
          })}
        />
      )}
    </Question>
  )
}
