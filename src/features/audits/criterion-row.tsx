import { useTranslation } from 'react-i18next'
import type { Question } from '#domain/form/form.ts'
import { isAnswered } from '#domain/form/relevance.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import { AnswerTag } from '#ui/form/answer-tag.tsx'
import { FORM_TEXTS } from '#ui/form/form-texts.ts'
import { useText } from '#ui/i18n.ts'
import css from './audit-rows.module.css'
import { CriterionFollowUp } from './criterion-follow-up.tsx'
import { DisputedSign } from './disputed-sign.tsx'
import type { AuditContext } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionRowProps {
  readonly context: AuditContext
  readonly flow: AuditFlowState
  readonly question: Question
}

/** A criterion that is not in hand, on one line: its answer, and its action when it fails. */
export function CriterionRow({ context, flow, question }: CriterionRowProps) {
  const { t } = useTranslation('audits')
  const text = useText()
  const { answers } = flow.audit
  const answered = isAnswered(answers, question.id)
  const value = answers.get(question.id)
  return (
    <div className={answered ? css.answered : css.ahead}>
      <button
        type="button"
        className={css.open}
        aria-label={t('openCriterion', { code: question.id, label: text(question.label) })}
        onClick={() => flow.moveTo(question.id)}
      >
        <span className={css.code}>{question.id}</span>
        <span className={css.words}>
          {text(question.label)}
          <Kept flow={flow} question={question.id} />
        </span>
      </button>
      {answered && question.type === 'criterion' && (
        <AnswerTag criterion={question} value={value} />
      )}
      <DisputedSign context={context} question={question.id} />
      {/* The tap has already gone on to the next criterion: the action must not need a way back. */}
      {question.type === 'criterion' && isNonConform(question, value) && (
        <div className={css.followUp}>
          <CriterionFollowUp context={context} flow={flow} question={question} />
        </div>
      )}
    </div>
  )
}

function Kept({ flow, question }: { readonly flow: AuditFlowState; readonly question: string }) {
  const { t } = useTranslation(FORM_TEXTS)
  const photos = flow.audit.photos.filter((photo) => photo.question === question).length
  const kept = [
    flow.audit.comments.has(question) && t('comment', { count: 1 }),
    photos > 0 && t('photos', { count: photos }),
  ].filter((each) => typeof each === 'string')
  return kept.length > 0 && <small>{kept.join(', ')}</small>
}
