import { useToday, useWorkspace } from '#data/stores-context.ts'
import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { PILOT_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { recordId } from '#domain/shared/ids.ts'
import { FollowUp } from '#ui/form/follow-up.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import type { AuditContext } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionFollowUpProps {
  readonly context: AuditContext
  readonly flow: Pick<AuditFlowState, 'audit'>
  readonly question: CriterionQuestion
}

/** One tap puts the criterion in the PACQ, prefilled; pilot and day may follow, or not. */
export function CriterionFollowUp({ context, flow, question }: CriterionFollowUpProps) {
  const { writer } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const { audit } = flow
  const { form, actions } = context
  const own = actions.filter(
    (action) => action.sourceRecord === audit.id && action.sourceQuestion === question.id,
  )
  const create = () =>
    writer.create(
      'action',
      audit.site,
      actionFromCriterion({
        form,
        criterion: question,
        answer: audit.answers.get(question.id),
        comment: audit.comments.get(question.id) ?? '',
        record: audit.id,
        today,
        language,
      }),
    )
  return (
    <FollowUp
      code={question.id}
      actions={own}
      pilots={PILOT_TEXTS.map(text)}
      onCreate={() => reportFailure(create())}
      onChange={(action, fields) => reportFailure(writer.set(recordId(action), fields))}
    />
  )
}
