import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import { hasSubject } from '#domain/form/units.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { reportFailure } from '#ui/notices.ts'
import css from './end-of-audit.module.css'
import { subjectContext } from './subject-name.ts'
import type { AuditFlowState } from './use-audit-flow.ts'
import { useFinishAudit } from './use-finish-audit.ts'

/** Who took part, how taps behave, and the early end, said incomplete; the dock has the complete one. */
export const EndOfAudit = memo(function EndOfAudit({ flow }: { readonly flow: AuditFlowState }) {
  const { t } = useTranslation('audits')
  const { drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const [asks, setAsks] = useState(false)
  const { audit, counts } = flow
  const { form } = flow.state.program
  const missing = counts.expected - counts.answered
  const finish = useFinishAudit(audit.id)
  return (
    <div className={css.end}>
      <label className={css.advance}>
        <input
          type="checkbox"
          checked={flow.autoAdvance}
          onChange={(event) => flow.setAutoAdvance(event.currentTarget.checked)}
        />
        {t('autoAdvance')}
      </label>
      <DraftedText
        label={t('withWhom')}
        value={audit.withWhom}
        draftKey={`with-whom:${audit.id}`}
        drafts={drafts}
        onCommit={(words) => flow.saveFields({ withWhom: words }, flow.current?.id ?? '')}
        onFailure={reportFailure}
        warn={warn}
        rows={2}
      />
      {hasSubject(form) && (
        <DraftedText
          label={t('subject', subjectContext(form))}
          value={audit.subject}
          draftKey={`subject:${audit.id}`}
          drafts={drafts}
          onCommit={(subject) => flow.saveFields({ subject }, flow.current?.id ?? '')}
          onFailure={reportFailure}
          warn={warn}
          rows={1}
        />
      )}
      {missing === 0 ? (
        <p>{t('allAnswered')}</p>
      ) : (
        <div className={css.finish}>
          <Button onClick={() => setAsks(true)}>{t('finishEarly')}</Button>
        </div>
      )}
      {counts.answered > 0 && (
        <ButtonLink tone="quiet" to={paths.auditDouble(audit.id)}>
          {t('doubleOpen')}
        </ButtonLink>
      )}
      {asks && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsks(false)}
          title={t('finishEarlyTitle', { count: missing })}
          confirmLabel={t('finishEarly')}
          onConfirm={() => reportFailure(finish())}
        >
          <p>{t('finishEarlyText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
})
