import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import { asksWhy } from '#domain/has/unjustified.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { AnswerComment } from '#ui/form/answer-comment.tsx'
import { draftText } from '#ui/form/drafted-text.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'

interface CriterionNotesProps {
  readonly tracer: RecordId
  readonly criterion: CriterionQuestion
  readonly answer: Json | undefined
  readonly comment: string
  readonly save: (changes: Fields, place: string) => Promise<boolean>
}

/** Words on an answer that calls for some: one that fails, one that says « non concerné », one with phrases. */
export const CriterionNotes = memo(function CriterionNotes(props: CriterionNotesProps) {
  const { tracer, criterion, answer, comment, save } = props
  const { t } = useTranslation('tracers')
  const { drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const draftKey = `comment:${tracer}:${criterion.id}`
  const asks = asksWhy(criterion, answer)
  const isOffered =
    asks ||
    isNonConform(criterion, answer) ||
    (criterion.phrases ?? []).length > 0 ||
    comment !== '' ||
    draftText(drafts, draftKey) !== undefined
  if (!isOffered) return null
  return (
    <div>
      <AnswerComment
        criterion={criterion}
        comment={comment}
        label={t('comment', { code: criterion.id })}
        draftKey={draftKey}
        drafts={drafts}
        onComment={(words) => save({ [`comments.${criterion.id}`]: words }, criterion.id)}
        warn={warn}
        asksWhy={asks}
        rows={2}
      />
    </div>
  )
})
