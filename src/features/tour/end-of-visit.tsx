import { useTranslation } from 'react-i18next'
import type { Day } from '#domain/shared/day.ts'
import type { Visit } from '#domain/site/visit.ts'
import { Button } from '#ui/button.tsx'
import { formatNumber } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import type { HomeView } from './home-view.ts'
import styles from './round.module.css'
import { useVisitWriter } from './use-visit-writer.ts'

interface EndOfVisitProps {
  readonly home: HomeView
  readonly visit: Visit | undefined
  readonly today: Day
}

/** The last stop of the day: how long was spent here, in one tap. It feeds the shared-time figures. */
export function EndOfVisit({ home, visit, today }: EndOfVisitProps) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const write = useVisitWriter(home, today)
  const note = (days: number) => reportFailure(write({ status: 'done', days }))
  if (visit?.status === 'done') {
    return (
      <p className={styles.left}>
        {t('endDone', { count: visit.days, days: formatNumber(visit.days, language, 1) })}{' '}
        <Button tone="quiet" onClick={() => reportFailure(write({ status: 'planned' }))}>
          {t('endUndo')}
        </Button>
      </p>
    )
  }
  return (
    <div className={styles.pair}>
      <Button onClick={() => note(0.5)}>{t('endHalf')}</Button>
      <Button onClick={() => note(1)}>{t('endWhole')}</Button>
    </div>
  )
}
