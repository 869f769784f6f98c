import { ArrowLeft, ArrowRight, Filter } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { DockWord } from '#ui/dock-word.tsx'
import { reportFailure } from '#ui/notices.ts'
import type { AuditFlowState } from './use-audit-flow.ts'
import { useFinishAudit } from './use-finish-audit.ts'

interface AuditDockProps {
  readonly flow: AuditFlowState
  readonly onlyUnanswered: boolean
  readonly onFilter: () => void
}

/** The buttons at the thumb. The last one is the next gesture: on to the next criterion, or the end. */
export const AuditDock = memo(function AuditDock({
  flow,
  onlyUnanswered,
  onFilter,
}: AuditDockProps) {
  const { t } = useTranslation('audits')
  const finish = useFinishAudit(flow.audit.id)
  const missing = flow.counts.expected - flow.counts.answered
  const goOn = { disabled: !flow.after, onClick: () => flow.moveTo(flow.after) }
  return (
    <DockRow>
      <Button icon={ArrowLeft} disabled={!flow.before} onClick={() => flow.moveTo(flow.before)}>
        <DockWord>{t('previous')}</DockWord>
      </Button>
      {missing > 0 || onlyUnanswered ? (
        <Button icon={Filter} aria-pressed={onlyUnanswered} onClick={onFilter}>
          <DockWord short={missing}>{t('onlyUnanswered', { count: missing })}</DockWord>
        </Button>
      ) : (
        <Button iconAfter={ArrowRight} {...goOn}>
          {t('next')}
        </Button>
      )}
      {missing > 0 ? (
        <Button tone="primary" size="big" iconAfter={ArrowRight} {...goOn}>
          {t('next')}
        </Button>
      ) : (
        <Button tone="primary" size="big" onClick={() => reportFailure(finish())}>
          {t('finish')}
        </Button>
      )}
    </DockRow>
  )
})
