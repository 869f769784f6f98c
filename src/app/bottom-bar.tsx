import { Ellipsis } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import styles from './bottom-bar.module.css'
import { PlaceLink } from './place-link.tsx'
import type { Place } from './places.ts'

/** What a phone of 320 px shows before « Plus », in words that fit; a tablet shows all. */
const AT_ONCE = 3

/** The places at the thumb: icon over word. */
export function BottomBar({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('shell')
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const moreId = useId()
  const rest = places.length > AT_ONCE + 1 ? places.slice(AT_ONCE) : []
  const first = places.slice(0, places.length - rest.length)

  // Going somewhere, by this bar or by a link, closes the panel.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what is watched
  useEffect(() => setOpen(false), [pathname])

  return (
    <nav aria-label={t('mainNav')} className={styles.bar} data-shell="bottom">
      <ul id={moreId} className={styles.more} data-open={isOpen}>
        {rest.map((place) => (
          <li key={place.path}>
            <PlaceLink place={place} withIcon />
          </li>
        ))}
      </ul>
      <ul className={styles.first}>
        {first.map((place) => (
          <li key={place.path}>
            <PlaceLink place={place} withIcon />
          </li>
        ))}
        {rest.map((place) => (
          <li key={place.path} className={styles.onTablet}>
            <PlaceLink place={place} withIcon />
          </li>
        ))}
        {rest.length > 0 && (
          <li className={styles.onPhone}>
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={moreId}
              onClick={() => setOpen(!isOpen)}
            >
              <Ellipsis />
              <span>{t('more')}</span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  )
}
