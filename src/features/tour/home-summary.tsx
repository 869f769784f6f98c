import { useTranslation } from 'react-i18next'
import { daysLate } from '#domain/action-plan/action.ts'
import { isOpenEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Day } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { Section } from '#ui/section.tsx'
import { dueHere, nextVisit, visitOn } from './due-here.ts'
import { EventList } from './event-list.tsx'
import styles from './home.module.css'
import type { HomeView } from './home-view.ts'
import { LastRounds } from './last-rounds.tsx'
import { LateActions } from './late-actions.tsx'

interface HomeSummaryProps {
  readonly home: HomeView
  readonly today: Day
  /** Says the name of the home, when there is more than one on the page. */
  readonly named: boolean
}

/** Where a home stands: the sentence first, then what asks for a gesture. */
export function HomeSummary({ home, today, named }: HomeSummaryProps) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const open = home.events.filter(({ status }) => isOpenEvent(status)).length
  const late = home.actions.filter((action) => daysLate(action, today) > 0)
  const { toTriage } = dueHere(home, today)
  const officerOn = visitOn(home, today)?.day ?? nextVisit(home, today)

  return (
    <div className={styles.home}>
      {named && <h2 className={styles.name}>{home.site.name}</h2>}
      <div className={styles.sentence}>
        <p>
          <b>
            {t('homeSentence', {
              events: open > 0 ? t('openEvents', { count: open }) : t('noOpenEvent'),
              actions:
                late.length > 0 ? t('lateActions', { count: late.length }) : t('noLateAction'),
            })}
          </b>
        </p>
        <p>
          {officerOn
            ? t('nextOfficer', { day: formatDay(officerOn, language, 'weekday') })
            : t('nextOfficerNone')}
        </p>
      </div>
      <Section
        title={t('triageSection')}
        level={named ? 3 : 2}
        note={t('countEvents', { count: toTriage.length })}
      >
        <EventList events={toTriage} />
      </Section>
      <Section
        title={t('lateSection')}
        level={named ? 3 : 2}
        note={t('countActions', { count: late.length })}
      >
        <LateActions actions={late} today={today} />
        <ButtonLink tone="quiet" to={paths.actions()}>
          {t('seePlan')}
        </ButtonLink>
      </Section>
      <Section title={t('lastSection')} level={named ? 3 : 2}>
        <LastRounds fillings={home.fillings} />
        <ButtonLink tone="quiet" to={paths.site(home.site.id)}>
          {t('seeSite')}
        </ButtonLink>
      </Section>
    </div>
  )
}
