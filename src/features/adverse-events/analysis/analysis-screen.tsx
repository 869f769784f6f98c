import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import type { AnalysisStatus } from '#domain/adverse-event/analysis/analysis-steps.ts'
import { ORION_STEPS, ORION_TEXTS, orionSteps } from '#domain/adverse-event/analysis/orion.ts'
import { FAMILY_TEXTS } from '#domain/adverse-event/event-texts.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { paths } from '#src/paths.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useText } from '#ui/i18n.ts'
import { Page } from '#ui/page.tsx'
import { Stops } from '#ui/stops.tsx'
import { useEvents } from '../use-events.ts'
import styles from './analysis.module.css'
import { AnalysisButtons } from './analysis-buttons.tsx'
import { BarriersPart } from './barriers-part.tsx'
import { CausesPart } from './causes-part.tsx'
import { ChronologyPart } from './chronology-part.tsx'
import { DecisionsPart } from './decisions-part.tsx'
import { LessonPart, WhysPart } from './lesson-part.tsx'
import { MeetingPart } from './meeting-part.tsx'
import { useAnalyses } from './use-analysis.ts'

export const ANALYSIS_WORDS = {
  open: 'statusOpen',
  decided: 'statusDecided',
  shared: 'statusShared',
} as const satisfies Record<AnalysisStatus, string>

/** The analysis of one event, from what happened to what is kept of it. */
export function AnalysisScreen() {
  const { t } = useTranslation('event-analysis')
  const text = useText()
  const { mayWrite } = useWorkspace()
  const { id = '' } = useParams()
  const { rows } = useEvents()
  const analysis = useAnalyses().find(({ event }) => event === id)
  const row = rows.find(({ event }) => event.id === id)
  const back = { to: paths.event(id), label: t('back') }
  if (!analysis || !row) {
    return (
      <Page title={t('section')} back={back}>
        <EmptyState text={t('missing')} />
      </Page>
    )
  }
  const { event, site } = row
  const editable = mayWrite(bucketId(analysis.site, 'events'))
  const done = orionSteps(analysis)
  const next = ORION_STEPS.find((step) => !done[step])
  const parts = { analysis, editable }
  return (
    <Page
      title={t('title', { family: text(FAMILY_TEXTS[event.family]) })}
      lead={[event.reference, site?.name, t(ANALYSIS_WORDS[analysis.status])]
        .filter(Boolean)
        .join(', ')}
      back={back}
    >
      <div className={styles.screen}>
        <Stops
          label={t('steps')}
          horizontal
          items={ORION_STEPS.map((step) => ({
            id: step,
            title: text(ORION_TEXTS[step]),
            state: done[step] ? 'done' : step === next ? 'here' : 'ahead',
          }))}
        />
        <MeetingPart {...parts} />
        <ChronologyPart {...parts} firstDay={event.occurredOn} />
        <CausesPart {...parts} />
        <WhysPart {...parts} />
        <BarriersPart {...parts} />
        <DecisionsPart {...parts} />
        <LessonPart {...parts} />
        {site ? <AnalysisButtons {...parts} event={event} site={site} /> : null}
      </div>
    </Page>
  )
}
