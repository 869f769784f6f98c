import type { ReactNode } from 'react'
import styles from './dock-row.module.css'

/** Buttons of a dock kept on one row, on the narrowest phone too; the last one takes the room. */
export function DockRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
