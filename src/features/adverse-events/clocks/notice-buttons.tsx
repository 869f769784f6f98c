import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords, useToday } from '#data/stores-context.ts'
import { readAction } from '#domain/action-plan/action.ts'
import type { Notice as NoticeTexts } from '#domain/adverse-event/notice.ts'
import type { Site } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import { useAnalyses } from '../analysis/use-analysis.ts'
import type { EventRow } from '../use-events.ts'
import styles from './clocks.module.css'

const KINDS = [
  { kind: 'l331', channel: 'l331', label: 'pdfL331' },
  { kind: 'eigs-part1', channel: 'eigs', label: 'pdfPart1' },
  { kind: 'eigs-part2', channel: 'eigs', label: 'pdfPart2' },
] as const

/** The documents the law asks, made on the device, offline, without a name. */
export function NoticeButtons({
  row,
  site,
  notice,
}: {
  row: EventRow
  site: Site
  notice: NoticeTexts
}) {
  const { t } = useTranslation('event-clocks')
  const language = useLanguage()
  const today = useToday()
  const { event, clocks } = row
  const actions = useRecords('action', event.site)
  const analyses = useAnalyses(event.site)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')

  async function make(kind: (typeof KINDS)[number]['kind']) {
    setState('making')
    try {
      const { authorityNotice } = await import('#reports/authority-notice.ts')
      const blob = await authorityNotice({
        kind,
        site,
        event,
        notice,
        analysis: analyses.find((analysis) => analysis.event === event.id),
        actions: actions.map(({ id, scope, fields }) => readAction(id, scope, fields)),
        today,
        language,
      })
      saveFile(blob, t('pdfFile', { kind, reference: event.reference }))
      setState('idle')
    } catch {
      // The record is untouched whatever failed: the notice says so and offers the same gesture.
      setState('failed')
    }
  }

  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        {KINDS.filter(({ channel }) => clocks.some((clock) => clock.channel.code === channel)).map(
          ({ kind, label }) => (
            <Button
              key={kind}
              icon={FileText}
              disabled={state === 'making'}
              onClick={() => make(kind)}
            >
              {t(label)}
            </Button>
          ),
        )}
      </div>
      {state === 'failed' ? <Notice tone="alert">{t('pdfFailed')}</Notice> : null}
    </div>
  )
}
