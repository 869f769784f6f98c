import { useTranslation } from 'react-i18next'
import { useToday, useWorkspace } from '#data/stores-context.ts'
import { actionFromCriterion } from '#domain/action-plan/action-from-criterion.ts'
import { PILOT_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { recordId } from '#domain/shared/ids.ts'
import { FollowUp } from '#ui/form/follow-up.tsx'
import { useLanguage, useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import type { TracerSetting } from './use-tracer.ts'

interface TracerActionProps extends Pick<TracerSetting, 'form' | 'actions'> {
  readonly filling: Filling
  readonly criterion: CriterionQuestion
  readonly mayWrite: boolean
}

/** One tap puts the subject in the PACQ, without a word of who said it. */
export function TracerAction(props: TracerActionProps) {
  const { form, actions, filling, criterion, mayWrite } = props
  const { t } = useTranslation('tracers')
  const { writer } = useWorkspace()
  const text = useText()
  const language = useLanguage()
  const today = useToday()
  const own = actions.filter(
    ({ sourceRecord, sourceQuestion }) =>
      sourceRecord === filling.id && sourceQuestion === criterion.id,
  )
  if (!mayWrite) return own.map(({ id, title }) => <p key={id}>{t('actionLine', { title })}</p>)
  const create = () =>
    writer.create(
      'action',
      filling.site,
      actionFromCriterion({
        form,
        criterion,
        answer: filling.answers.get(criterion.id),
        comment: '',
        record: filling.id,
        today,
        language,
      }),
    )
  return (
    <FollowUp
      code={criterion.id}
      actions={own}
      pilots={PILOT_TEXTS.map(text)}
      onCreate={() => reportFailure(create())}
      onChange={(action, fields) => reportFailure(writer.set(recordId(action), fields))}
    />
  )
}
