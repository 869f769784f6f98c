import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import {
  isWorthAnalysis,
  proposeInstance,
} from '#domain/adverse-event/analysis/propose-instance.ts'
import { setAsideEvents } from '#domain/adverse-event/set-aside.ts'
import { addDays } from '#domain/shared/day.ts'
import type { Site } from '#domain/site/site.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Section } from '#ui/section.tsx'
import { useEvents } from '../use-events.ts'
import { ANALYSIS_WORDS } from './analysis-screen.tsx'
import { useAnalyses } from './use-analysis.ts'

const YEAR_DAYS = 365

/** Whether the event deserves an analysis, and the way to it. */
export function EventAnalysis({
  event,
  site,
  editable,
}: {
  event: AdverseEvent
  site: Site
  editable: boolean
}) {
  const { t } = useTranslation('event-analysis')
  const { writer } = useWorkspace()
  const navigate = useNavigate()
  const analysis = useAnalyses(event.site).find((each) => each.event === event.id)
  const repeated = useRepeated(event)
  const worth = isWorthAnalysis(event, repeated)

  async function start() {
    await writer.create('event-analysis', event.site, {
      event: event.id,
      instance: proposeInstance(event, site),
      status: 'open',
    })
    if (event.status === 'declared' || event.status === 'triaged') {
      await writer.set(event.id, { status: 'analysis' })
    }
    await navigate(paths.analysis(event.id))
  }

  return (
    <Section title={t('section')}>
      {worth === 'grave' ? <p>{t('worthGrave')}</p> : null}
      {worth === 'repeated' ? <p>{t('worthRepeated', { count: repeated })}</p> : null}
      {!worth && !analysis ? <p className="soft">{t('none')}</p> : null}
      {analysis ? (
        <>
          <p>{t(ANALYSIS_WORDS[analysis.status])}</p>
          <ButtonLink to={paths.analysis(event.id)} icon={Search}>
            {t('openIt')}
          </ButtonLink>
        </>
      ) : editable ? (
        <Button icon={Search} onClick={() => reportFailure(start())}>
          {t('start')}
        </Button>
      ) : null}
    </Section>
  )
}

/** How many of its family its home declared in twelve months, this one included. */
function useRepeated(event: AdverseEvent): number {
  const { rows } = useEvents()
  const from = addDays(useToday(), -YEAR_DAYS)
  const aside = setAsideEvents(rows.map((row) => row.event))
  return rows.filter(
    (row) =>
      row.event.site === event.site &&
      row.event.family === event.family &&
      !aside.has(row.event.id) &&
      (row.event.declaredOn ?? '') >= from,
  ).length
}
