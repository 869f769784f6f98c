import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gravity } from '#domain/adverse-event/adverse-event.ts'
import { criticality } from '#domain/adverse-event/criticality.ts'
import { LEVELS } from '#domain/adverse-event/risk-scales.ts'
import styles from './risk-matrix.module.css'
import { useRiskScales } from './use-risk-scales.ts'

interface RiskMatrixProps {
  readonly gravity: Gravity
  readonly frequency: Gravity | undefined
  readonly onPick: (gravity: Gravity, frequency: Gravity) => void
}

/**
 * Gravity by frequency: one tap settles both. Cells are close together, so the two steppers beside it
 * do the same for a thumb; the zone is a lightness and a sentence below, never a colour alone.
 */
export function RiskMatrix({ gravity, frequency, onPick }: RiskMatrixProps) {
  const { t } = useTranslation('events')
  const { bounds } = useRiskScales()
  const name = useId()
  return (
    <fieldset className={styles.frame}>
      <legend className="sr">{t('matrix')}</legend>
      <p className={styles.side} aria-hidden="true">
        {t('matrixGravity')}
      </p>
      <div className={styles.grid}>
        {LEVELS.toReversed().map((row) => (
          <div key={row} className={styles.row}>
            <span aria-hidden="true">{row}</span>
            {LEVELS.map((column) => {
              const { value, zone } = criticality(row, column, bounds)
              return (
                <label key={column} className={styles.cell} data-zone={zone}>
                  <input
                    type="radio"
                    name={name}
                    className="sr"
                    checked={row === gravity && column === frequency}
                    onChange={() => onPick(row, column)}
                    aria-label={t('matrixCell', { gravity: row, frequency: column, value })}
                  />
                  <span aria-hidden="true">{value}</span>
                </label>
              )
            })}
          </div>
        ))}
        <div className={styles.row} aria-hidden="true">
          <span />
          {LEVELS.map((level) => (
            <span key={level}>{level}</span>
          ))}
        </div>
      </div>
      <p className={styles.below} aria-hidden="true">
        {t('matrixFrequency')}
      </p>
    </fieldset>
  )
}
