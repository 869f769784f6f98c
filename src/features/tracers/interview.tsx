import { Filter } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachPhoto } from '#data/attach-photo.ts'
import { useWorkspace } from '#data/stores-context.ts'
import { findPersonalData } from '#domain/adverse-event/personal-data-guard.ts'
import type { Question, Section } from '#domain/form/form.ts'
import { answerForm } from '#domain/form/form-state.ts'
import { missingIn, nextMissing } from '#domain/form/progress.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import { asksWhy } from '#domain/has/unjustified.ts'
import type { Json } from '#domain/shared/json.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { areInterviewsOpen } from '#domain/tracer/consent.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { FormView } from '#ui/form/form-view.tsx'
import { useAutoAdvance } from '#ui/form/use-auto-advance.ts'
import { useNameWarning } from '#ui/form/use-name-warning.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { CriterionNotes } from './criterion-notes.tsx'
import css from './interview.module.css'
import { STEP_PARAM } from './steps.ts'
import { TracerAction } from './tracer-action.tsx'
import type { TracerSetting } from './use-tracer.ts'
import type { TracerFlowState } from './use-tracer-flow.ts'

interface InterviewProps {
  readonly setting: TracerSetting
  readonly flow: TracerFlowState
  readonly audience: 'person' | 'professionals'
  readonly mayWrite: boolean
}

/** One interview. Locked until the agreement is noted, and again once it is withdrawn (R-TRA-1). */
export function Interview(props: InterviewProps) {
  const { t } = useTranslation('tracers')
  const { consent } = props.flow
  if (areInterviewsOpen(consent)) return <OpenInterview {...props} />
  return (
    <Notice
      tone="watch"
      action={<ButtonLink to={`?${STEP_PARAM}=consent`}>{t('toConsent')}</ButtonLink>}
    >
      {t(consent.kind === 'withdrawn' ? 'lockedWithdrawn' : 'locked')}
    </Notice>
  )
}

function OpenInterview({ setting, flow, audience, mayWrite }: InterviewProps) {
  const { t } = useTranslation('tracers')
  const { drafts, writer } = useWorkspace()
  const warn = useNameWarning(findPersonalData)
  const { form, actions } = setting
  const { filling, state, save } = flow
  const isAsked = useCallback((section: Section) => audienceOf(section) === audience, [audience])
  const { page, place, leave, byArrow } = usePlace(filling.id)
  const [autoAdvance] = useAutoAdvance()
  const [left, setLeft] = useState<ReadonlySet<string>>()
  const own = new Set(
    form.sections.filter(isAsked).flatMap(({ questions }) => questions.map(({ id }) => id)),
  )
  const missing = missingIn(state).filter((id) => own.has(id))

  // The same functions from one answer to the next, so that only what was answered is drawn again.
  const latest = useRef({ state, own, autoAdvance })
  latest.current = { state, own, autoAdvance }
  const onAnswer = useCallback(
    (question: Question, value: Json) => {
      const now = latest.current
      const kept = save({ [`answers.${question.id}`]: value }, question.id)
      const isTap = question.type === 'criterion'
      // What calls for words or an action stays in sight.
      const waits = isTap && (isNonConform(question, value) || asksWhy(question, value))
      const next = nextMissing(answerForm(now.state, new Map([[question.id, value]])), question.id)
      const goesOn = isTap && now.autoAdvance && !waits && !byArrow.current
      leave(question.id, goesOn && next !== undefined && now.own.has(next) ? next : undefined)
      return kept
    },
    [save, leave, byArrow],
  )
  const onAnswerAt = useCallback(
    (key: string, value: Json) => save({ [`answers.${key}`]: value }, key.split('.')[0] ?? ''),
    [save],
  )
  const onPhoto = useCallback(
    (question: Question, file: File) => attachPhoto(writer, filling.id, question.id, file),
    [writer, filling.id],
  )

  return (
    // A fieldset closes every control at once for who may only read.
    <fieldset
      ref={page}
      disabled={!mayWrite}
      onPointerDownCapture={() => {
        byArrow.current = false
      }}
      onKeyDownCapture={(event) => {
        byArrow.current = event.key.startsWith('Arrow')
      }}
    >
      {(missing.length > 0 || left) && (
        <Button
          tone="quiet"
          className={css.filter}
          icon={Filter}
          aria-pressed={left !== undefined}
          onClick={() => setLeft(left ? undefined : new Set(missing))}
        >
          {t('onlyUnanswered', { n: missing.length })}
        </Button>
      )}
      <FormView
        form={form}
        answers={filling.answers}
        today={filling.heldOn}
        only={isAsked}
        asks={left && (({ id }) => left.has(id))}
        notes={(question) =>
          question.type === 'criterion' && (
            <>
              <CriterionNotes
                tracer={filling.id}
                criterion={question}
                answer={filling.answers.get(question.id)}
                comment={filling.comments.get(question.id) ?? ''}
                save={save}
              />
              {isNonConform(question, filling.answers.get(question.id)) && (
                <TracerAction
                  form={form}
                  actions={actions}
                  filling={filling}
                  criterion={question}
                  mayWrite={mayWrite}
                />
              )}
            </>
          )
        }
        upTo={place}
        large={audience === 'person'}
        onAnswer={onAnswer}
        onAnswerAt={onAnswerAt}
        onPhoto={onPhoto}
        onFailure={reportFailure}
        drafts={drafts}
        draftKey={`answer:${filling.id}`}
        warn={warn}
      />
    </fieldset>
  )
}

/** The question last answered, kept so that a closed tab comes back to it. Scrolling is outside React. */
function usePlace(tracer: string) {
  const { drafts } = useWorkspace()
  const page = useRef<HTMLFieldSetElement>(null)
  const byArrow = useRef(false)
  const key = `tracer-question:${tracer}`
  const show = useCallback((question: string) => {
    const found = page.current?.querySelector(`[data-question="${CSS.escape(question)}"]`)
    found?.scrollIntoView({ block: 'center' })
  }, [])
  const leave = useCallback(
    (question: string, next: string | undefined) => {
      reportFailure(drafts.put(key, next ?? question))
      if (next !== undefined) show(next)
    },
    [drafts, key, show],
  )
  const [place] = useState(() => {
    const kept = drafts.get(key)
    return typeof kept === 'string' ? kept : undefined
  })
  useEffect(() => {
    if (place !== undefined) show(place)
  }, [place, show])
  return { page, place, byArrow, leave }
}
