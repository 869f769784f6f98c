import { useTranslation } from 'react-i18next'
import type { Site } from '#domain/site/site.ts'
import { formatNumber, formatPercent } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { IntervalChart } from '#ui/interval-chart.tsx'
import type { FormRounds, Round } from './rounds.ts'
import { SMALL_N } from './small-n.ts'

interface RoundsChartProps {
  readonly caption: string
  readonly rounds: FormRounds
  readonly sites: readonly Site[]
}

/** The last round of each home beside the one before, in alphabetical order. */
export function RoundsChart({ caption, rounds, sites }: RoundsChartProps) {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language, 1)
  // No interval: the cells of an EPP pooled are not independent, an audit reads every criterion.
  const drawn = ({ won, outOf }: Round) => (outOf < SMALL_N ? undefined : { value: won / outOf })

  return (
    <IntervalChart
      caption={caption}
      rows={sites.flatMap((site) => {
        const here = rounds.homes.find(({ last }) => last.site === site.id)
        if (!here) return []
        const { last, before } = here
        const counts = { won: number(last.won), outOf: number(last.outOf) }
        const point = drawn(last)
        const earlier = before && drawn(before)
        return [
          {
            id: site.id,
            label: t('roundsRound', { site: site.name, round: last.round }),
            text: point
              ? t('roundsRow', { ...counts, rate: formatPercent(point.value, language) })
              : t('roundsSmall', counts),
            ...point,
            ...(earlier && { before: earlier }),
          },
        ]
      })}
    />
  )
}
