import { useTranslation } from 'react-i18next'
import { attachPhoto } from '#data/attach-photo.ts'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Question } from '#domain/form/form.ts'
import { asksWhy } from '#domain/has/unjustified.ts'
import { AnswerComment } from '#ui/form/answer-comment.tsx'
import { FilledPhotoView } from '#ui/form/filled-photo-view.tsx'
import { PhotoTaker } from '#ui/form/photo-taker.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import css from './criterion-notes.module.css'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionNotesProps {
  readonly flow: AuditFlowState
  readonly question: Question
}

/** What goes with an answer: a phrase in one tap, words, photos. */
export function CriterionNotes({ flow, question }: CriterionNotesProps) {
  const { t } = useTranslation('audits')
  const { drafts, photos, writer } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const { audit } = flow
  const criterion = question.type === 'criterion' ? question : undefined
  const asks = criterion !== undefined && asksWhy(criterion, audit.answers.get(question.id))
  const own = audit.photos.filter((photo) => photo.question === question.id)

  return (
    <>
      <AnswerComment
        criterion={criterion}
        comment={audit.comments.get(question.id) ?? ''}
        label={t('comment', { code: question.id })}
        draftKey={`comment:${audit.id}:${question.id}`}
        drafts={drafts}
        onComment={(words) => flow.comment(question.id, words)}
        warn={warn}
        asksWhy={asks}
      />
      {question.type !== 'photo' && (
        <div className={css.photos}>
          {own.map((photo) => (
            <FilledPhotoView
              key={photo.sha256}
              photo={photo}
              alt={t('photoOf', { code: question.id })}
              load={photos.load}
            />
          ))}
          <PhotoTaker onPhoto={(file) => attachPhoto(writer, audit.id, question.id, file)} />
        </div>
      )}
    </>
  )
}
