import { useState } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import { readFilling } from '#domain/filling/filling.ts'
import type { Question } from '#domain/form/form.ts'
import { answerForm } from '#domain/form/form-state.ts'
import { nextMissing, progressOf } from '#domain/form/progress.ts'
import { sectionsOf } from '#domain/form/relevance.ts'
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
 */
export function useAuditFlow({ snapshot, form }: AuditContext) {
  const { drafts } = useWorkspace()
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const audit = readFilling(snapshot.id, snapshot.scope, fields)
  const state = useFormState(form, audit.answers, audit.heldOn)
  const sections = sectionsOf(state)
  const questions = sections.flatMap((section) => section.questions)
  const [autoAdvance, setAutoAdvance] = useAutoAdvance()
  const [place, setPlace] = useState(() => placeOf(drafts, snapshot.id) ?? nextMissing(state))
  const current = questions.find(({ id }) => id === place) ?? questions[0]
  const at = questions.findIndex(({ id }) => id === current?.id)

  const [left, setLeft] = useState<string>()

  const goTo = (question: string | undefined) => {
    if (question === undefined) return
    setPlace(question)
    reportFailure(keepPlace(drafts, snapshot.id, question))
  }
  const moveTo = (question: string | undefined) => {
    setLeft(undefined)
    goTo(question)
  }
  const following = nextMissing(state, current?.id)
  return {
    audit,
    state,
    sections,
    current,
    section: sections.find(({ questions: own }) => own.some(({ id }) => id === current?.id)),
    counts: progressOf(state),
    saving,
    undoable,
    autoAdvance,
    setAutoAdvance,
    moveTo,
    /** The criterion whose answer has just led here: its action must stay in sight. */
    left: questions.find(({ id }) => id === left && id !== current?.id),
    forgetLeft: () => setLeft(undefined),
    before: questions[at - 1]?.id,
    /** What « Suivant » opens: the next without an answer, else the next in order. */
    after: following === current?.id ? questions[at + 1]?.id : (following ?? questions[at + 1]?.id),
    /** One tap, one write. `stay` for arrow keys, which pass over answers on their way. */
    answer(question: Question, value: Json, stay = false): Promise<boolean> {
      const next = nextMissing(answerForm(state, new Map([[question.id, value]])), question.id)
      const isTap = question.type === 'criterion'
      const kept = save({ [`answers.${question.id}`]: value }, question.id)
      if (isTap && autoAdvance && !stay && next !== undefined && next !== question.id) {
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
  }
}

export type AuditFlowState = ReturnType<typeof useAuditFlow>
