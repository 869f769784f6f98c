import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Count } from '#domain/form/progress.ts'
import type { Fields } from '#domain/shared/json.ts'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { reportFailure } from '#ui/notices.ts'

interface FinishTracerProps {
  readonly filling: Filling
  readonly counts: Count
}

/** Ends the tracer, saying what is missing; or opens it again. */
export function FinishTracer({ filling, counts }: FinishTracerProps) {
  const { t } = useTranslation('tracers')
  const { writer } = useWorkspace()
  const today = useToday()
  const [asks, setAsks] = useState(false)
  const missing = counts.expected - counts.answered
  const set = (fields: Fields) => reportFailure(writer.set(filling.id, fields))
  const finish = () => set({ status: 'closed', closedOn: today })
  if (filling.status === 'closed') {
    return <Button onClick={() => set({ status: 'draft', closedOn: null })}>{t('reopen')}</Button>
  }
  return (
    <>
      <ConfirmDialog
        isOpen={asks}
        onClose={() => setAsks(false)}
        title={t('finishTitle', { count: missing })}
        confirmLabel={t('finish')}
        onConfirm={finish}
      >
        <p>{t('finishText')}</p>
      </ConfirmDialog>
      <Button tone="primary" size="big" onClick={() => (missing === 0 ? finish() : setAsks(true))}>
        {t('finish')}
      </Button>
    </>
  )
}
