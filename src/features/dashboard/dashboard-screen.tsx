import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '#data/stores-context.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { ActionsQuestion } from './actions-question.tsx'
import styles from './dashboard.module.css'
import { DeclaringQuestion } from './declaring-question.tsx'
import { EventsQuestion } from './events-question.tsx'
import { PressingBand } from './pressing-band.tsx'
import { useFigures } from './use-figures.ts'

// Below the first screen, and with the charts: drawn right after it.
const TimeQuestion = lazy(async () => ({
  default: (await import('./time-question.tsx')).TimeQuestion,
}))
const RoundsQuestion = lazy(async () => ({
  default: (await import('./rounds-question.tsx')).RoundsQuestion,
}))
const ReturnQuestion = lazy(async () => ({
  default: (await import('./return-question.tsx')).ReturnQuestion,
}))
const IndicatorsQuestion = lazy(async () => ({
  default: (await import('./indicators-question.tsx')).IndicatorsQuestion,
}))

const QUESTIONS = [
  { id: 'events', label: 'eventsIndex', Asked: EventsQuestion },
  { id: 'declaring', label: 'declaringIndex', Asked: DeclaringQuestion },
  { id: 'return', label: 'returnIndex', Asked: ReturnQuestion },
  { id: 'actions', label: 'actionsIndex', Asked: ActionsQuestion },
  { id: 'time', label: 'timeIndex', Asked: TimeQuestion },
  { id: 'rounds', label: 'roundsIndex', Asked: RoundsQuestion },
  { id: 'indicators', label: 'indicatorsIndex', Asked: IndicatorsQuestion },
] as const

/** The porteur's page: the whole dispositif, from figures alone. */
export function DashboardScreen() {
  const { t } = useTranslation('dashboard')
  const language = useLanguage()
  const today = useToday()
  const figures = useFigures()
  if (figures.sites.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState text={t('empty')} />
      </Page>
    )
  }
  const places = figures.sites.reduce((sum, site) => sum + site.places, 0)
  const asked = QUESTIONS.filter(({ id }) => id !== 'indicators' || figures.indicators.length > 0)
  const lead = [
    t('leadSites', { count: figures.sites.length }),
    t('leadPlaces', { count: places }),
    formatDay(today, language, 'long'),
  ]

  return (
    <Page title={t('title')} lead={`${lead.join(', ')}.`} width="wide">
      <div className={styles.dashboard}>
        <nav className={styles.index} aria-label={t('index')}>
          <ol>
            {asked.map(({ id, label }, at) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <b aria-hidden="true">{at + 1}</b>
                  {t(label)}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.questions}>
          <PressingBand figures={figures} today={today} />
          {asked.map(({ id, Asked }, at) => (
            <Suspense key={id} fallback={<div id={id} />}>
              <Asked figures={figures} today={today} number={at + 1} />
            </Suspense>
          ))}
        </div>
      </div>
    </Page>
  )
}
