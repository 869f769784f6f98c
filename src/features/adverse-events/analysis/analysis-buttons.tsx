import { Check, FileText, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords, useToday } from '#data/stores-context.ts'
import { readAction } from '#domain/action-plan/action.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Analysis } from '#domain/adverse-event/analysis/analysis.ts'
import type { Site } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { saveFile } from '#ui/save-file.ts'
import styles from './analysis.module.css'
import { useAnalysisWriter } from './use-analysis.ts'

interface AnalysisButtonsProps {
  readonly analysis: Analysis
  readonly event: AdverseEvent
  readonly site: Site
  readonly editable: boolean
}

/** Closing the meeting, sharing the lesson, and the two documents, made here, offline. */
export function AnalysisButtons({ analysis, event, site, editable }: AnalysisButtonsProps) {
  const { t } = useTranslation('event-analysis')
  const language = useLanguage()
  const today = useToday()
  const { set } = useAnalysisWriter(analysis)
  const actions = useRecords('action', analysis.site)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')

  async function make(kind: 'minutes' | 'lesson') {
    setState('making')
    try {
      const { analysisReport } = await import('#reports/analysis-report.ts')
      const blob = await analysisReport({
        kind,
        analysis,
        event,
        site,
        actions: actions.map(({ id, scope, fields }) => readAction(id, scope, fields)),
        today,
        language,
      })
      const { reference } = event
      saveFile(blob, t(kind === 'minutes' ? 'minutesFile' : 'lessonFile', { reference }))
      setState('idle')
    } catch {
      // The record is untouched whatever failed: the notice says so and offers the same gesture.
      setState('failed')
    }
  }

  const toDecide = editable && analysis.status === 'open'
  const toShare = editable && analysis.status === 'decided' && analysis.lesson.trim() !== ''
  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        {toDecide ? (
          <Button
            icon={Check}
            tone="primary"
            onClick={() =>
              reportFailure(set({ status: 'decided', heldOn: analysis.heldOn ?? today }))
            }
          >
            {t('decide')}
          </Button>
        ) : null}
        {toShare ? (
          <Button
            icon={Megaphone}
            tone="primary"
            onClick={() => reportFailure(set({ status: 'shared' }))}
          >
            {t('share')}
          </Button>
        ) : null}
        <Button icon={FileText} disabled={state === 'making'} onClick={() => make('minutes')}>
          {t('minutes')}
        </Button>
        {analysis.lesson.trim() !== '' ? (
          <Button icon={FileText} disabled={state === 'making'} onClick={() => make('lesson')}>
            {t('lessonPdf')}
          </Button>
        ) : null}
      </div>
      {state === 'failed' ? <Notice tone="alert">{t('pdfFailed')}</Notice> : null}
    </div>
  )
}
