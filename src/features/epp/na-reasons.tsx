import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { CriterionRate } from '#domain/epp/rate-criteria.ts'
import type { Form } from '#domain/form/form.ts'
import { DraftedText } from '#ui/form/drafted-text.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { unitOf } from './unit-of.ts'
import type { Round } from './use-epp.ts'

interface NaReasonsProps {
  readonly form: Form
  readonly round: Round
  readonly rates: readonly CriterionRate[]
  readonly mayWrite: boolean
}

/** Criteria that leave the count too often: the reason is asked, and said wherever the rate is (R-EPP-6). */
export function NaReasons({ form, round, rates, mayWrite }: NaReasonsProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const { writer, drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const { id } = round.filling
  return rates
    .filter(({ manyNotApplicable }) => manyNotApplicable)
    .map(({ criterion }) => {
      const label = text(criterion.label)
      const reason = round.naReasons.get(criterion.id) ?? ''
      return (
        <div key={criterion.id}>
          <Notice
            tone={reason ? 'neutral' : 'watch'}
            title={t('manyNa', { criterion: label, ...unitOf(form) })}
          >
            {reason || t('naReasonMissing')}
          </Notice>
          {mayWrite && (
            <DraftedText
              label={t('naReason', { criterion: criterion.id })}
              hint={t('commentHint')}
              value={reason}
              draftKey={`na-reason:${id}:${criterion.id}`}
              drafts={drafts}
              onCommit={async (words) => {
                await writer.set(id, { [`naReason.${criterion.id}`]: words })
                return true
              }}
              onFailure={reportFailure}
              warn={warn}
              rows={2}
            />
          )}
        </div>
      )
    })
}
