import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#domain/action-plan/action.ts'
import { isFilled } from '#domain/form/evaluate-expr.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import type { RecordId, SiteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { AnswerTag } from '#ui/form/answer-tag.tsx'
import { FORM_TEXTS } from '#ui/form/form-texts.ts'
import { useText } from '#ui/i18n.ts'
import css from './audit-rows.module.css'
import { CriterionFollowUp } from './criterion-follow-up.tsx'
import { DisputedSign } from './disputed-sign.tsx'
import type { AuditSetting } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionRowProps {
  readonly setting: AuditSetting
  readonly flow: AuditFlowState
  readonly question: Question
}

/** A criterion that is not in hand, on one line: its answer, and its action when it fails. */
export function CriterionRow({ setting, flow, question }: CriterionRowProps) {
  const { audit } = flow
  return (
    <Line
      form={setting.form}
      record={audit.id}
      site={audit.site}
      actions={setting.actions}
      question={question}
      value={audit.answers.get(question.id)}
      comment={audit.comments.get(question.id) ?? ''}
      photos={audit.photos.filter((photo) => photo.question === question.id).length}
      disputed={setting.disputed.has(`answers.${question.id}`)}
      onOpen={flow.moveTo}
    />
  )
}

/** What one line reads of the audit, and nothing that an answer given elsewhere changes. */
interface LineProps {
  readonly form: Form
  readonly record: RecordId
  readonly site: SiteId
  readonly actions: readonly Action[]
  readonly question: Question
  readonly value: Json | undefined
  readonly comment: string
  readonly photos: number
  readonly disputed: boolean
  readonly onOpen: (question: string) => void
}

/** Kept as it was drawn while what it reads is the same: a grid may have a thousand of them. */
const Line = memo(function Line(props: LineProps) {
  const { form, record, site, actions, question, value, comment, photos, disputed, onOpen } = props
  const { t } = useTranslation('audits')
  const { t: tForm } = useTranslation(FORM_TEXTS)
  const text = useText()
  const answered = isFilled(value)
  const kept = [
    comment !== '' && tForm('comment', { count: 1 }),
    photos > 0 && tForm('photos', { count: photos }),
  ].filter((each) => typeof each === 'string')
  return (
    <div className={answered ? css.answered : css.ahead}>
      <button
        type="button"
        className={css.open}
        aria-label={t('openCriterion', { code: question.id, label: text(question.label) })}
        onClick={() => onOpen(question.id)}
      >
        <span className={css.code}>{question.id}</span>
        <span className={css.words}>
          {text(question.label)}
          {kept.length > 0 && <small>{kept.join(', ')}</small>}
        </span>
      </button>
      {answered && question.type === 'criterion' && (
        <AnswerTag criterion={question} value={value} />
      )}
      {disputed && <DisputedSign record={record} question={question.id} />}
      {/* The tap has already gone on to the next criterion: the action must not need a way back. */}
      {question.type === 'criterion' && isNonConform(question, value) && (
        <div className={css.followUp}>
          <CriterionFollowUp
            {...{ form, question, comment, record, site, actions }}
            answer={value}
          />
        </div>
      )}
    </div>
  )
})
