import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Day } from '#domain/shared/day.ts'
import { paths } from '#src/paths.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { type Stop, Stops } from '#ui/stops.tsx'
import { ActionChecks } from './action-checks.tsx'
import { DraftDetail } from './draft-detail.tsx'
import type { DueHere } from './due-here.ts'
import { EndOfVisit } from './end-of-visit.tsx'
import { resultPath, useFillingWords } from './filling-words.ts'
import type { HomeView } from './home-view.ts'
import { hourWords } from './hour-words.ts'
import styles from './round.module.css'

interface TodayStopsProps {
  readonly home: HomeView
  readonly due: DueHere
  readonly today: Day
}

/** The day in this home as a line: what is behind, what is under way, what is ahead. */
export function TodayStops({ home, due, today }: TodayStopsProps) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const words = useFillingWords([...due.closedToday, ...due.drafts])
  const events = `${paths.events()}?etablissement=${home.site.id}`
  const [oldest] = due.toTriage
  const [longest] = due.toAnswer

  const hour = due.visit && hourWords(t, due.visit.startsAt)
  const stops: Stop[] = [
    ...(due.visit
      ? [
          {
            id: due.visit.id,
            title: t('planTitle'),
            state: due.drafts.length > 0 || due.visit.status === 'done' ? 'done' : 'here',
            ...(hour && { aside: hour }),
            ...(due.visit.note && { detail: due.visit.note }),
          } satisfies Stop,
        ]
      : []),
    ...due.closedToday.map(
      (filling): Stop => ({
        id: filling.filling.id,
        title: <Link to={resultPath(filling)}>{words.title(filling)}</Link>,
        detail: `${t('closedToday')} ${words.result(filling)}`,
        state: 'done',
      }),
    ),
    ...due.drafts.map(
      (filling, at): Stop => ({
        id: filling.filling.id,
        title: words.title(filling),
        detail: words.progress(filling),
        state: at === 0 ? 'here' : 'ahead',
        ...(filling.filling.heldOn &&
          filling.filling.heldOn !== today && {
            aside: formatDay(filling.filling.heldOn, language, 'weekday'),
          }),
        children: <DraftDetail filling={filling} />,
      }),
    ),
  ]
  if (due.toCheck.length > 0) {
    stops.push({
      id: 'check',
      title: t('toCheck'),
      state: 'ahead',
      children: <ActionChecks actions={due.toCheck} today={today} />,
    })
  }
  if (oldest) {
    stops.push({
      id: 'triage',
      title: t('triageTitle', { count: due.toTriage.length }),
      state: 'ahead',
      ...(oldest.declaredOn && {
        detail: t('triageDetail', { day: formatDay(oldest.declaredOn, language) }),
      }),
      children: (
        <ButtonLink tone="quiet" to={events}>
          {t('seeEvents')}
        </ButtonLink>
      ),
    })
  }
  if (longest) {
    stops.push({
      id: 'answer',
      title: t('answerTitle', { count: due.toAnswer.length }),
      state: 'ahead',
      ...(longest.declaredOn && {
        detail: t('answerDetail', { day: formatDay(longest.declaredOn, language) }),
      }),
      children: (
        <ButtonLink tone="quiet" to={events}>
          {t('seeEvents')}
        </ButtonLink>
      ),
    })
  }
  const nothing = stops.length === (due.visit ? 1 : 0)
  stops.push({
    id: 'end',
    title: t('endTitle'),
    state: due.visit?.status === 'done' ? 'done' : 'ahead',
    children: <EndOfVisit home={home} visit={due.visit} today={today} />,
  })

  return (
    <section className={styles.today} aria-labelledby="today-title">
      <h2 id="today-title">{t('todayHere')}</h2>
      {nothing && <p className={styles.nothing}>{t('nothingHere')}</p>}
      <Stops label={t('todayHere')} items={stops} />
    </section>
  )
}
