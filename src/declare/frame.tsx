import { type ReactNode, useEffect, useRef } from 'react'
import styles from './frame.module.css'

/**
 * One screen of the phone: where and when at the top, the question, the answers pushed down to the
 * thumb, the buttons at the bottom. The title takes the focus, so that a screen reader says it.
 */
export function Frame({
  title,
  lead,
  size = 'normal',
  top,
  foot,
  children,
}: {
  title: string
  lead?: string
  size?: 'normal' | 'big'
  top?: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Escale`
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [title])

  return (
    <div className={styles.phone}>
      {top ? <header>{top}</header> : null}
      <main className={styles.in}>
        <h1 ref={heading} tabIndex={-1} className={size === 'big' ? styles.ask : styles.title}>
          {title}
        </h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
        {children}
      </main>
      {foot ? <footer className={styles.foot}>{foot}</footer> : null}
    </div>
  )
}
