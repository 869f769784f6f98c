import { KeyRound, Undo2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attachPhoto } from '#data/attach-photo.ts'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Question } from '#domain/form/form.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import { Button } from '#ui/button.tsx'
import { FORM_TEXTS } from '#ui/form/form-texts.ts'
import { QuestionView } from '#ui/form/question-view.tsx'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { useText } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { Tag } from '#ui/tag.tsx'
import { CriterionFollowUp } from './criterion-follow-up.tsx'
import css from './criterion-in-hand.module.css'
import { CriterionNotes } from './criterion-notes.tsx'
import { DisputedSign } from './disputed-sign.tsx'
import { EarlierAnswer } from './earlier-answer.tsx'
import type { AuditSetting } from './use-audit.ts'
import type { AuditFlowState } from './use-audit-flow.ts'

interface CriterionInHandProps {
  readonly setting: AuditSetting
  readonly flow: AuditFlowState
  readonly question: Question
}

/** The criterion one is looking at: its words large, the round before beside it, answers at the thumb. */
export function CriterionInHand({ setting, flow, question }: CriterionInHandProps) {
  const { t } = useTranslation('audits')
  const { t: tForm } = useTranslation(FORM_TEXTS)
  const text = useText()
  const titleId = useId()
  const { writer, drafts } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const { title, rest } = useFocusOnArrival(question.id)
  const byArrow = useRef(false)
  const { audit } = flow
  const value = audit.answers.get(question.id)
  const isCriterion = question.type === 'criterion'

  return (
    <section className={css.now} aria-labelledby={titleId}>
      <p className={css.meta}>
        <b>{question.id}</b>
        {isCriterion && question.imperatif && (
          <Tag tone="alert" icon={KeyRound} outlined>
            {tForm('imperatif', { number: question.imperatif })}
          </Tag>
        )}
        {setting.disputed.has(`answers.${question.id}`) && (
          <DisputedSign record={audit.id} question={question.id} />
        )}
      </p>
      <span ref={rest} className={css.rest} aria-hidden />
      <h3 id={titleId} ref={title} tabIndex={-1} className={css.title}>
        {text(question.label)}
      </h3>
      {question.hint && <p className={css.how}>{text(question.hint)}</p>}
      <div
        className={isCriterion ? css.answers : css.field}
        onPointerDownCapture={() => {
          byArrow.current = false
        }}
        onKeyDownCapture={(event) => {
          // Arrows pass over the answers: moving on at each of them would make « Non » unreachable.
          byArrow.current = event.key.startsWith('Arrow')
        }}
      >
        <QuestionView
          // What a field holds of its own goes with its question; answers of a scale hold nothing.
          key={isCriterion ? 'criterion' : question.id}
          question={question}
          value={value}
          orientation="column"
          label={
            isCriterion
              ? `${t('answersOf', { code: question.id })}, ${text(question.label)}`
              : text(question.label)
          }
          onAnswer={(asked, next) => flow.answer(asked, next, byArrow.current)}
          onAnswerAt={flow.answerAt}
          fromPaper={flow.audit.paper !== undefined}
          state={flow.state}
          onPhoto={(asked, file) => attachPhoto(writer, audit.id, asked.id, file)}
          onFailure={reportFailure}
          drafts={drafts}
          draftKey={`answer:${audit.id}`}
          warn={warn}
        />
        <Button
          tone="quiet"
          wide
          icon={Undo2}
          className={css.undo}
          disabled={flow.undoable === 0}
          onClick={() => flow.undo()}
        >
          {t('undo')}
        </Button>
      </div>
      <div className={css.left}>
        <EarlierAnswer setting={setting} question={question} />
        <CriterionNotes key={question.id} flow={flow} question={question} />
        {isCriterion && isNonConform(question, value) && (
          <CriterionFollowUp
            form={setting.form}
            question={question}
            answer={value}
            comment={audit.comments.get(question.id) ?? ''}
            record={audit.id}
            site={audit.site}
            actions={setting.actions}
          />
        )}
      </div>
    </section>
  )
}

/**
 * Moves focus and page with the criterion; focus lives outside React, hence the effect. The page
 * comes to rest on an empty mark whose place the style gives, so that the answers are always found
 * under the thumb, however long the words above them.
 */
function useFocusOnArrival(question: string) {
  const title = useRef<HTMLHeadingElement>(null)
  const rest = useRef<HTMLSpanElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new criterion has arrived
  useEffect(() => {
    // The title is the same as for the criterion before: a reader hears it again only if it had left.
    if (document.activeElement === title.current) title.current?.blur()
    title.current?.focus({ preventScroll: true })
    rest.current?.scrollIntoView({ block: 'start' })
  }, [question])
  return { title, rest }
}
