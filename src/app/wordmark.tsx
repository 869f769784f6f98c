import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import styles from './wordmark.module.css'

/** A line and its three stops: behind us, here, ahead. */
export function Wordmark() {
  return (
    <Link to={paths.home()} className={styles.wordmark}>
      <svg viewBox="0 0 12 26" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M6 5v3M6 18v3" />
        <circle cx="6" cy="3" r="2" fill="currentColor" stroke="none" />
        <circle cx="6" cy="13" r="4.4" />
        <circle cx="6" cy="13" r="1.6" fill="currentColor" stroke="none" />
        <circle cx="6" cy="23" r="2" fill="currentColor" stroke="none" />
      </svg>
      Escale
    </Link>
  )
}
