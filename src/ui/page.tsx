import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { Link, useNavigationType } from 'react-router'
import styles from './page.module.css'
import { PageStatus } from './page-status.ts'

interface PageProps {
  readonly title: string
  readonly lead?: ReactNode
  /** An inner page: on a phone or a tablet it covers the top bar and brings its own way back. */
  readonly back?: { readonly to: string; readonly label: string } | undefined
  /** Replaces the shell's status line on this page: « Enregistré à 14:32:07 ». */
  readonly status?: ReactNode
  /** At the end of the title: a count, a tag, one quiet button. */
  readonly aside?: ReactNode
  /** The buttons at the thumb. */
  readonly dock?: ReactNode
  readonly width?: 'reading' | 'wide' | undefined
  readonly children?: ReactNode
}

export function Page({
  title,
  lead,
  back,
  status,
  aside,
  dock,
  width = 'wide',
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const navigation = useNavigationType()
  const shellStatus = useContext(PageStatus)

  // After a change of screen the reader stands on its title, unless the screen took the focus.
  useEffect(() => {
    const focused = document.activeElement
    const inside = focused?.closest('main')
    if (navigation !== 'POP' && !inside) heading.current?.focus({ preventScroll: true })
  }, [navigation])

  return (
    <main
      id="main"
      className={`${styles.page} ${styles[width]}`}
      data-inner={back ? '' : undefined}
      data-dock={dock ? '' : undefined}
    >
      <title>{`${title} · Escale`}</title>
      {back && (
        <div className={styles.bar}>
          <Link to={back.to} className={styles.back}>
            <ArrowLeft />
            {back.label}
          </Link>
          <div className={status ? styles.status : styles.lentStatus}>{status ?? shellStatus}</div>
        </div>
      )}
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </div>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        {!back && status}
      </header>
      <div className={styles.body}>{children}</div>
      {dock && <footer className={styles.dock}>{dock}</footer>}
    </main>
  )
}
