import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import { DueBadge } from '#ui/due-badge.tsx'
import styles from './dashboard.module.css'
import { pressingFacts } from './pressing.ts'
import type { Figures } from './use-figures.ts'

const TEXT = { grave: 'pressingGrave', late: 'pressingLate', triage: 'pressingTriage' } as const
const BADGE = { grave: 'badgeGrave', late: 'badgeLate', triage: 'badgeTriage' } as const
const LEVEL = { grave: 'late', late: 'late', triage: 'watch' } as const

/** Three facts in plain sentences, not a row of figures. */
export function PressingBand({ figures, today }: { figures: Figures; today: Day }) {
  const { t } = useTranslation('dashboard')
  const facts = pressingFacts(figures.sites, figures.rows, today)
  return (
    <section className={styles.pressing} aria-labelledby="pressing-title">
      <h2 id="pressing-title">{t('pressing')}</h2>
      {facts.length === 0 ? (
        <p>{t('pressingNothing')}</p>
      ) : (
        <ul>
          {facts.map(({ kind, site, count }) => (
            <li key={kind}>
              <DueBadge level={LEVEL[kind]} text={t(BADGE[kind], { count })} />
              <span>{t(TEXT[kind], { site: site.name, count })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
