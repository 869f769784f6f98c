import type { ReactNode } from 'react'
import styles from './data-table.module.css'

export interface TableColumn {
  readonly key: string
  readonly label: string
  readonly align?: 'start' | 'end' | undefined
}

export interface TableRow {
  readonly id: string
  readonly cells: Readonly<Record<string, ReactNode>>
}

interface DataTableProps {
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

/** The first column names the row. On a phone each row becomes its own few lines, label by label. */
export function DataTable({ caption, hideCaption = false, columns, rows }: DataTableProps) {
  // Roles are written out because `display: block`, on a phone, takes the table's own ones away.
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <table role="table" className={styles.table}>
      <caption className={hideCaption ? 'sr' : styles.caption}>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tr role="row">
          {columns.map(({ key, label, align }) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <th key={key} role="columnheader" scope="col" data-align={align}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <tbody role="rowgroup">
        {rows.map(({ id, cells }) => (
          // biome-ignore lint/a11y/noRedundantRoles: see above
          <tr key={id} role="row">
            {columns.map(({ key, label, align }, index) =>
              index === 0 ? (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <th key={key} role="rowheader" scope="row">
                  {cells[key]}
                </th>
              ) : (
                // biome-ignore lint/a11y/noRedundantRoles: see above
                <td key={key} role="cell" data-align={align} data-label={label}>
                  {cells[key]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
