import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords, useToday } from '#data/stores-context.ts'
import { readAction } from '#domain/action-plan/action.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import type { Site } from '#domain/site/site.ts'
import { Button } from '#ui/button.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { saveFile } from '#ui/save-file.ts'

/** The A4 sheet of the event, made on the device, offline, without the declarant's name. */
export function PdfButton({ event, site }: { event: AdverseEvent; site: Site }) {
  const { t } = useTranslation('events')
  const language = useLanguage()
  const today = useToday()
  const actions = useRecords('action', event.site)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')

  async function make() {
    setState('making')
    try {
      const { eventSheet } = await import('#reports/event-sheet.ts')
      const blob = await eventSheet({
        site,
        event,
        actions: actions.map(({ id, scope, fields }) => readAction(id, scope, fields)),
        today,
        language,
      })
      saveFile(blob, t('pdfFile', { reference: event.reference }))
      setState('idle')
    } catch {
      // The record is untouched whatever failed: the notice says so and offers the same gesture.
      setState('failed')
    }
  }

  return (
    <div>
      <Button icon={FileText} disabled={state === 'making'} onClick={make}>
        {t(state === 'making' ? 'pdfMaking' : 'pdf')}
      </Button>
      {state === 'failed' ? <Notice tone="alert">{t('pdfFailed')}</Notice> : null}
    </div>
  )
}
