import { useTranslation } from 'react-i18next'
import type { Answers, Form } from '#domain/form/form.ts'
import { cutMean, elementScores, type LevelScore } from '#domain/has/element-scores.ts'
import { HAS_THEMES } from '#domain/has/has-themes.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatMean } from '#ui/form/format-mean.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'

interface HasLevelsProps {
  readonly form: Form
  readonly answers: Answers
}

/** Scores of a grid of HAS elements: critères impératifs first, then thématiques and chapters. */
export function HasLevels({ form, answers }: HasLevelsProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const language = useLanguage()
  const { criteria, themes, chapters } = elementScores(form, answers)
  if (criteria.length === 0) return null
  const mean = (level: LevelScore) =>
    level.mean === undefined ? t('meanNone') : formatMean(cutMean(level.mean), language)
  const imperatifs = criteria.filter(({ imperatif }) => imperatif)
  const short = imperatifs.filter((each) => !each.met && each.mean !== undefined)
  const level = (name: string) => (each: LevelScore) => ({
    id: `${name}${each.number}`,
    cells: { name, mean: mean(each), n: each.n },
  })
  return (
    <>
      {short.length > 0 && (
        <Notice tone="alert" title={t('imperatifsShort', { count: short.length })}>
          {t('imperatifsPriority', { list: short.map(({ number }) => number).join(', ') })}
        </Notice>
      )}
      <DataTable
        caption={t('imperatifsTable')}
        columns={[
          { key: 'name', label: t('levelCriterion') },
          { key: 'mean', label: t('levelMean'), align: 'end' },
          { key: 'n', label: t('levelElements'), align: 'end' },
          { key: 'met', label: t('levelMet') },
        ]}
        rows={imperatifs.map((each) => ({
          id: each.number,
          cells: {
            name: each.number,
            mean: mean(each),
            n: each.n,
            met: t(
              each.met ? 'imperatifMet' : each.missing > 0 ? 'imperatifOpen' : 'imperatifUnmet',
            ),
          },
        }))}
      />
      <DataTable
        caption={t('levelsTable')}
        columns={[
          { key: 'name', label: t('levelName') },
          { key: 'mean', label: t('levelMean'), align: 'end' },
          { key: 'n', label: t('levelBelow'), align: 'end' },
        ]}
        rows={[
          ...themes.map((each) => {
            const title = HAS_THEMES[each.number]
            return level(title ? text(title) : each.number)(each)
          }),
          ...chapters.map((each) => level(t('levelChapter', { number: each.number }))(each)),
        ]}
      />
    </>
  )
}
