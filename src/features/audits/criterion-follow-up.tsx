import { useToday, useWorkspace } from '#data/stores-context.ts'
import type { Action } from '#domain/action-plan/action.ts'
import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { PILOT_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { type RecordId, recordId, type SiteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { FollowUp } from '#ui/form/follow-up.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'

interface CriterionFollowUpProps {
  readonly form: Form
  readonly question: CriterionQuestion
  readonly answer: Json | undefined
  readonly comment: string
  /** The audit it is answered in, and its home. */
  readonly record: RecordId
  readonly site: SiteId
  /** Every action of the home. */
  readonly actions: readonly Action[]
}

/** One tap puts the criterion in the PACQ, prefilled; pilot and day may follow, or not. */
export function CriterionFollowUp(props: CriterionFollowUpProps) {
  const { form, question, answer, comment, record, site, actions } = props
  const { writer } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const own = actions.filter(
    (action) => action.sourceRecord === record && action.sourceQuestion === question.id,
  )
  const create = () =>
    writer.create(
      'action',
      site,
      actionFromCriterion({
        form,
        criterion: question,
        answer,
        comment,
        record,
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
