import { useTranslation } from 'react-i18next'
import type { Site } from '#domain/site/site.ts'
import { SITE_KIND_MEANINGS } from '#domain/site/site-texts.ts'
import { useText } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import styles from './home.module.css'

export function SiteIdentity({ site }: { site: Site }) {
  const { t } = useTranslation('tour')
  const text = useText()
  return (
    <>
      <div className={styles.sentence}>
        <p>
          {t('sitePlaces', {
            meaning: text(SITE_KIND_MEANINGS[site.kind]),
            commune: site.commune,
            count: site.places,
          })}
        </p>
        {site.units.length > 0 && (
          <p className={styles.quiet}>
            {t('siteUnits', { list: site.units.map(({ name }) => name).join(', ') })}
          </p>
        )}
      </div>
      {site.phones.length > 0 && (
        <Section title={t('sitePhones')}>
          <ul className={styles.rows}>
            {site.phones.map(({ label, number, when }) => (
              <li key={label + number}>
                <a href={`tel:${number.replaceAll(' ', '')}`}>
                  {label}, {number}
                </a>
                <span className={styles.quiet}>{when}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
