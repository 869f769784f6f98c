import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { addDays, type Day, parseDay } from '#domain/shared/day.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { saveFile } from '#ui/save-file.ts'
import type { HomeView } from './home-view.ts'
import styles from './round.module.css'

/** A round is a week until someone says otherwise. */
const ROUND_DAYS = 7

/** One A4 page on the round, made on the device, with or without network. */
export function SummaryButton({ homes, today }: { homes: readonly HomeView[]; today: Day }) {
  const { t } = useTranslation('tour')
  const language = useLanguage()
  const { profile, replica } = useWorkspace()
  const [typed, setTyped] = useState<string>(addDays(today, 1 - ROUND_DAYS))
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const from = parseDay(typed)

  async function make(since: Day) {
    setState('making')
    try {
      // The report and the whole library of forms: read at the tap, never before.
      const { roundSummary } = await import('#reports/round-summary.ts')
      const { roundSites } = await import('./round-sites.ts')
      const { formShelf } = await import('#domain/grid/form-shelf.ts')
      const forms = formShelf(replica.list('grid-version'), replica.list('grid'))
      const pdf = await roundSummary({
        dispositif: profile.dispositif.name,
        officerName: profile.person.name,
        from: since,
        to: today,
        sites: roundSites(homes, forms, since, today),
        today,
        language,
      })
      saveFile(pdf, t('summaryFile', { day: today }))
      setState('idle')
    } catch {
      // Whatever failed, the records are untouched: the notice says so and offers the same gesture.
      setState('failed')
    }
  }

  return (
    <div className={styles.choices}>
      <DateField label={t('summaryFrom')} value={typed} max={today} onChange={setTyped} />
      <Button
        icon={FileText}
        disabled={state === 'making' || from === undefined}
        onClick={() => from && make(from)}
      >
        {state === 'making' ? t('summaryMaking') : t('summaryButton')}
      </Button>
      {state === 'failed' && <Notice tone="alert">{t('summaryFailed')}</Notice>}
    </div>
  )
}
