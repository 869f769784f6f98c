import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Ordinals } from '#ui/ordinals.tsx'
import css from './filling-rows.module.css'

export interface FillingRow {
  readonly id: string
  readonly to: string
  readonly title: string
  readonly detail: string
  /** « 82 % sur 22 critères », or « Incomplet : 18 critères sur 34 ». */
  readonly figure: string
  readonly action?: ReactNode
}

/** Fillings as rows parted by a rule: name, place, where it stands. */
export function FillingRows({ rows }: { readonly rows: readonly FillingRow[] }) {
  return (
    <ul className={css.rows}>
      {rows.map(({ id, to, title, detail, figure, action }) => (
        <li key={id} className={css.row}>
          <div className={css.words}>
            <Link to={to} className={css.title}>
              {title}
            </Link>
            <p className={css.detail}>
              <Ordinals>{detail}</Ordinals>
            </p>
          </div>
          <p className={css.figure}>{figure}</p>
          {action}
        </li>
      ))}
    </ul>
  )
}
