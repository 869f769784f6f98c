import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './chart.module.css'
import { DataTable, type TableColumn, type TableRow } from './data-table.tsx'

interface ChartFrameProps {
  readonly caption: string
  readonly legend?: ReactNode
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  readonly children: ReactNode
}

/** A drawing for the eye and, behind « Voir le tableau », the same figures for everyone else. */
export function ChartFrame({ caption, legend, columns, rows, children }: ChartFrameProps) {
  const { t } = useTranslation('ui')
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      <div aria-hidden="true" className={styles.drawing}>
        {children}
        {legend && <div className={styles.legend}>{legend}</div>}
      </div>
      <details>
        <summary>{t('seeTable')}</summary>
        <DataTable caption={caption} hideCaption columns={columns} rows={rows} />
      </details>
    </figure>
  )
}
