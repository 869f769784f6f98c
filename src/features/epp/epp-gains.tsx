import { useTranslation } from 'react-i18next'
import type { CriterionGain } from '#domain/epp/gain-of-criteria.ts'
import { DataTable } from '#ui/data-table.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'

/** What the second round changed, criterion by criterion, with what chance allows (R-EPP-4). */
export function EppGains({ gains }: { readonly gains: readonly CriterionGain[] }) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  if (gains.length === 0) return null
  const points = (share: number) => formatNumber(share * 100, language, 1)
  const proven = gains.filter((gain) => gain.kind === 'measured' && gain.difference.proven).length
  return (
    <Section title={t('gains')} note={t('gainsNote')} level={3}>
      <p>{t('gainsSentence', { count: proven, of: gains.length })}</p>
      <DataTable
        caption={t('gains')}
        hideCaption
        columns={[
          { key: 'criterion', label: t('criterion') },
          { key: 'before', label: t('gainBefore'), align: 'end' },
          { key: 'after', label: t('gainAfter'), align: 'end' },
          { key: 'gain', label: t('gain'), align: 'end' },
          { key: 'reading', label: t('gainReading') },
        ]}
        rows={gains.map((gain) => ({
          id: gain.criterion.id,
          cells: {
            criterion: text(gain.criterion.label),
            before: t('met', gain.before),
            after: t('met', gain.after),
            ...measuredCells(gain),
          },
        }))}
      />
    </Section>
  )

  function measuredCells(gain: CriterionGain) {
    if (gain.kind === 'too-small') return { gain: '', reading: t('gainTooSmall') }
    const { gain: value, low, high, proven: isProven } = gain.difference
    return {
      gain: t('gainPoints', { gain: points(value), low: points(low), high: points(high) }),
      reading: t(readingOf(value, isProven)),
    }
  }
}

/** An interval that holds zero proves nothing; two equal rates leave nothing to explain. */
function readingOf(gain: number, isProven: boolean) {
  if (isProven) return gain > 0 ? 'gainProven' : 'lossProven'
  return gain === 0 ? 'gainNone' : 'gainUnsure'
}
