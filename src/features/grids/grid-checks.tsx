import { useTranslation } from 'react-i18next'
import { Notice } from '#ui/notice.tsx'
import { type CheckPlace, placeOfCheck } from './check-places.ts'
import css from './grids.module.css'
import { useCheckWords } from './use-check-words.ts'
import type { GridState } from './use-grid.ts'

interface GridChecksProps {
  readonly grid: GridState
  readonly onLead: (place: CheckPlace) => void
}

/** What forbids to publish, then what was surely not meant; each leads to where it is put right. */
export function GridChecks({ grid, onLead }: GridChecksProps) {
  const { t } = useTranslation('grids')
  const { faultWords, warningWords } = useCheckWords(grid.draft)
  const { draft, faults, warnings } = grid
  if (faults.length + warnings.length === 0) return <Notice tone="ok">{t('sound')}</Notice>
  const rows = [
    ...faults.map((fault) => ({
      words: faultWords(fault),
      place: placeOfCheck(draft, fault),
      isFault: true,
    })),
    ...warnings.map((warning) => ({
      words: warningWords(warning),
      place: placeOfCheck(draft, warning),
      isFault: false,
    })),
  ]
  return (
    <Notice
      tone={faults.length > 0 ? 'alert' : 'watch'}
      title={
        faults.length > 0
          ? t('faults', { count: faults.length })
          : t('warnings', { count: warnings.length })
      }
    >
      <ul className={css.checks}>
        {rows.map(({ words, place, isFault }) => (
          <li key={words}>
            {!isFault && faults.length > 0 && `${t('toSee')} `}
            {place ? (
              <button type="button" onClick={() => onLead(place)}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
