import { useCallback, useMemo, useState } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import { readFilling } from '#domain/filling/filling.ts'
import type { Question } from '#domain/form/form.ts'
import { answerForm, type FormState } from '#domain/form/form-state.ts'
import { nextMissing, progressOf } from '#domain/form/progress.ts'
import { sectionsOf } from '#domain/form/relevance.ts'
import { asksWhy } from '#domain/has/unjustified.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { useAutoAdvance } from '#ui/form/use-auto-advance.ts'
import { useFormState } from '#ui/form/use-form-state.ts'
import { reportFailure } from '#ui/notices.ts'
import { keepPlace, placeOf } from './places.ts'
import { type AuditContext, useAnswerPort } from './use-audit.ts'

/**
 * Walking through an audit: which criterion is in hand, what a tap does, where it goes next. The
 * place is kept at each move, so that a closed tab comes back to the same criterion.
 *
 * `flow` is the same object until what is seen changes: an answer already drawn, then written to the
 * disk, draws nothing again but its hour, in `saving`.
 */
export function useAuditFlow({ snapshot, form }: AuditContext) {
  const { drafts } = useWorkspace()
  const { id, scope } = snapshot
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const audit = useMemo(() => readFilling(id, scope, fields), [id, scope, fields])
  const state = useFormState(form, audit.answers, audit.heldOn)
  const [autoAdvance, setAutoAdvance] = useAutoAdvance()
  const [place, setPlace] = useState(() => placeOf(drafts, id) ?? nextMissing(state))
  const [left, setLeft] = useState<string>()

  const goTo = useCallback(
    (question: string | undefined) => {
      if (question === undefined) return
      setPlace(question)
      reportFailure(keepPlace(drafts, id, question))
    },
    [drafts, id],
  )
  const moveTo = useCallback(
    (question: string | undefined) => {
      setLeft(undefined)
      goTo(question)
    },
    [goTo],
  )
  const forgetLeft = useCallback(() => setLeft(undefined), [])
  const walk = useMemo(() => walkThrough(state, place, left), [state, place, left])

  const flow = useMemo(
    () => ({
      audit,
      state,
      ...walk,
      undoable,
      autoAdvance,
      setAutoAdvance,
      moveTo,
      forgetLeft,
      /** One tap, one write. `stay` for arrow keys, which pass over answers on their way. */
      answer(question: Question, value: Json, stay = false): Promise<boolean> {
        const next = nextMissing(answerForm(state, new Map([[question.id, value]])), question.id)
        const isTap = question.type === 'criterion'
        // The reason is asked while one still knows it (R-HAS-4).
        const waits = isTap && asksWhy(question, value) && !audit.comments.get(question.id)
        const kept = save({ [`answers.${question.id}`]: value }, question.id)
        if (isTap && autoAdvance && !stay && !waits && next !== undefined && next !== question.id) {
          setLeft(question.id)
          goTo(next)
        }
        return kept
      },
      /** An answer of a row, under its key; the criterion in hand stays the group. */
      answerAt: (key: string, value: Json) =>
        save({ [`answers.${key}`]: value }, key.split('.')[0] ?? ''),
      comment: (question: string, words: string) =>
        save({ [`comments.${question}`]: words }, question),
      saveFields: (changes: Fields, where: string) => save(changes, where),
      undo() {
        moveTo(undo())
      },
    }),
    [
      audit,
      state,
      walk,
      undoable,
      autoAdvance,
      setAutoAdvance,
      moveTo,
      forgetLeft,
      goTo,
      save,
      undo,
    ],
  )
  return { flow, saving }
}

export type AuditFlowState = ReturnType<typeof useAuditFlow>['flow']

/** Where one stands: the criterion in hand, its section, its neighbours. */
function walkThrough(state: FormState, place: string | undefined, left: string | undefined) {
  const sections = sectionsOf(state)
  const questions = sections.flatMap((section) => section.questions)
  const current = questions.find(({ id }) => id === place) ?? questions[0]
  const at = questions.findIndex(({ id }) => id === current?.id)
  const following = nextMissing(state, current?.id)
  return {
    sections,
    current,
    section: sections.find(({ questions: own }) => own.some(({ id }) => id === current?.id)),
    counts: progressOf(state),
    /** The criterion whose answer has just led here: its action must stay in sight. */
    left: questions.find(({ id }) => id === left && id !== current?.id),
    before: questions[at - 1]?.id,
    /** What « Suivant » opens: the next without an answer, else the next in order. */
    after: following === current?.id ? questions[at + 1]?.id : (following ?? questions[at + 1]?.id),
  }
}
