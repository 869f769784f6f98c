import { Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '#src/paths.ts'
import { PlaceLink } from './place-link.tsx'
import type { Place } from './places.ts'
import styles from './top-bar.module.css'
import { Wordmark } from './wordmark.tsx'

interface TopBarProps {
  readonly places: readonly Place[]
  readonly status: ReactNode
}

/** At the office: words. On a tablet and a phone the places are at the thumb, in `BottomBar`. */
export function TopBar({ places, status }: TopBarProps) {
  const { t } = useTranslation('shell')
  return (
    <header className={styles.bar} data-shell="top">
      <Wordmark />
      <nav aria-label={t('mainNav')} className={styles.places}>
        <ul>
          {places.map((place) => (
            <li key={place.path}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.end}>
        {status}
        <Link to={paths.settings()} className={styles.settings}>
          <Settings2 />
          <span>{t('navSettings')}</span>
        </Link>
      </div>
    </header>
  )
}
