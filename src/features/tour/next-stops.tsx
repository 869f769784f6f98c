import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '#domain/shared/day.ts'
import { distanceKm } from '#domain/site/distance.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { paths } from '#src/paths.ts'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { type Stop, Stops } from '#ui/stops.tsx'
import { Tag } from '#ui/tag.tsx'
import { byNextVisit, nextVisit, urgencyOf } from './due-here.ts'
import type { HomeView } from './home-view.ts'
import styles from './round.module.css'

interface NextStopsProps {
  readonly homes: readonly HomeView[]
  readonly here: HomeView
  readonly today: Day
}

/** The other homes in the order of their next visit, how far they are and what cannot wait there. */
export function NextStops({ homes, here, today }: NextStopsProps) {
  const { t } = useTranslation('tour')
  const text = useText()
  const language = useLanguage()

  const stops = byNextVisit(homes, today)
    .filter((home) => home !== here)
    .map((home): Stop => {
      const { grave, toTriage, late } = urgencyOf(home, today)
      const on = nextVisit(home, today)
      const kind = text(SITE_KIND_TEXTS[home.site.kind])
      const urgent = [
        toTriage > 0 && t('toTriage', { count: toTriage }),
        late > 0 && t('lateActions', { count: late }),
      ].filter(Boolean)
      const km = kmBetween(here, home)
      return {
        id: home.site.id,
        title: <Link to={paths.site(home.site.id)}>{home.site.name}</Link>,
        state: grave > 0 ? 'late' : 'ahead',
        ...(grave > 0 && { stateLabel: t('graveEvents', { count: grave }) }),
        ...(km !== undefined && { aside: t('distance', { km: formatNumber(km, language) }) }),
        detail: (
          <>
            <span className={styles.line}>
              {on
                ? t('nextVisit', { kind, day: formatDay(on, language, 'weekday') })
                : t('noVisit', { kind })}
            </span>
            {urgent.length > 0 ? urgent.join(', ') : grave === 0 && t('nothingUrgent')}
          </>
        ),
        children: grave > 0 && (
          <Tag tone="alert" icon={CircleAlert}>
            {t('graveEvents', { count: grave })}
          </Tag>
        ),
      }
    })

  if (stops.length === 0) return null
  return (
    <section className={styles.next} aria-labelledby="next-title">
      <h2 id="next-title">{t('nextTitle')}</h2>
      <Stops
        label={t('nextTitle')}
        items={[
          { id: here.site.id, title: here.site.name, state: 'here', aside: t('here') },
          ...stops,
        ]}
      />
      <p className={styles.footnote}>{t('distanceNote')}</p>
    </section>
  )
}

function kmBetween(a: HomeView, b: HomeView): number | undefined {
  return a.site.position && b.site.position
    ? distanceKm(a.site.position, b.site.position)
    : undefined
}
