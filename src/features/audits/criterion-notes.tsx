import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachPhoto } from '#data/attach-photo.ts'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Question } from '#domain/form/form.ts'
import { asksWhy } from '#domain/has/unjustified.ts'
import { Chip } from '#ui/chip.tsx'
import { DraftedText, draftText } from '#ui/form/drafted-text.tsx'
import { FilledPhotoView } from '#ui/form/filled-photo-view.tsx'
import { PhotoTaker } from '#ui/form/photo-taker.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import css from './criterion-notes.module.css'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionNotesProps {
  readonly flow: AuditFlowState
  readonly question: Question
}

/** What goes with an answer: a phrase in one tap, words, photos. */
export function CriterionNotes({ flow, question }: CriterionNotesProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const { drafts, photos, writer } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const { audit } = flow
  const comment = audit.comments.get(question.id) ?? ''
  const draftKey = `comment:${audit.id}:${question.id}`
  const [writes, setWrites] = useState(() => draftText(drafts, draftKey) !== undefined)
  const phrases = question.type === 'criterion' ? (question.phrases ?? []).map(text) : []
  const label = t('comment', { code: question.id })
  const asks = question.type === 'criterion' && asksWhy(question, audit.answers.get(question.id))
  const own = audit.photos.filter((photo) => photo.question === question.id)
  const keep = (words: string) => flow.comment(question.id, words)

  return (
    <>
      <fieldset>
        <legend className={phrases.length > 0 ? css.label : 'sr'}>{t('phrases')}</legend>
        <div className={css.chips}>
          {phrases.map((phrase) => (
            <Chip
              key={phrase}
              pressed={partsOf(comment).includes(phrase)}
              onClick={() => reportFailure(keep(togglePhrase(comment, phrase)))}
            >
              {phrase}
            </Chip>
          ))}
          {!writes && !asks && (
            <Chip icon={Pencil} onClick={() => setWrites(true)}>
              {t('write')}
            </Chip>
          )}
        </div>
      </fieldset>
      {(writes || asks || partsOf(comment).some((part) => !phrases.includes(part))) && (
        <DraftedText
          key={draftKey}
          label={label}
          value={comment}
          draftKey={draftKey}
          drafts={drafts}
          onCommit={keep}
          onFailure={reportFailure}
          hint={t(asks ? 'whyHint' : 'commentHint')}
          warn={warn}
        />
      )}
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

const BETWEEN = ' ; '

function partsOf(comment: string): string[] {
  return comment.split(/\s*;\s*/).filter((part) => part !== '')
}

/** Takes a phrase into the comment, or out of it, leaving what was written by hand. */
function togglePhrase(comment: string, phrase: string): string {
  const parts = partsOf(comment)
  const next = parts.includes(phrase) ? parts.filter((part) => part !== phrase) : [...parts, phrase]
  return next.join(BETWEEN)
}
