import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useWorkspace } from '#data/stores-context.ts'
import { readFilling } from '#domain/filling/filling.ts'
import { progressOf } from '#domain/form/progress.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { readConsent } from '#domain/tracer/consent.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { useFormState } from '#ui/form/use-form-state.ts'
import { useFieldsOf } from '#ui/form/use-same-fields.ts'
import { reportFailure } from '#ui/notices.ts'
import { asStep, STEP_PARAM, type Step } from './steps.ts'
import { type TracerContext, useAnswerPort } from './use-tracer.ts'

/**
 * Where one stands in a tracer and what a gesture does. `flow` is the same object until what is seen changes,
 * as that of an audit: the hour of a save is in `saving`.
 */
export function useTracerFlow({ snapshot, form }: TracerContext) {
  const { drafts } = useWorkspace()
  const { id, scope } = snapshot
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const [search, setSearch] = useSearchParams()
  const placeKey = `tracer-place:${id}`
  const filling = useMemo(() => readFilling(id, scope, fields), [id, scope, fields])
  const ofConsent = useFieldsOf(fields, 'consent.')
  const consent = useMemo(() => readConsent(ofConsent), [ofConsent])
  const state = useFormState(form, filling.answers, filling.heldOn)
  const kept = drafts.get(placeKey)
  const step: Step =
    asStep(search.get(STEP_PARAM)) ??
    asStep(typeof kept === 'string' ? kept : null) ??
    (filling.status === 'closed' ? 'views' : 'consent')

  const goTo = useCallback(
    (next: Step | undefined) => {
      if (!next) return
      setSearch({ [STEP_PARAM]: next })
      reportFailure(drafts.put(placeKey, next))
    },
    [setSearch, drafts, placeKey],
  )
  const flow = useMemo(
    () => ({
      filling,
      fields,
      consent,
      state,
      counts: progressOf(state),
      step,
      undoable,
      goTo,
      save,
      /** Takes the last gesture back, and opens the step where it was made: an answer is a place by its question. */
      undo() {
        const place = undo()
        const section = form.sections.find(({ questions }) => questions.some((q) => q.id === place))
        const from = section ? audienceOf(section) : asStep(place ?? null)
        if (from !== step) goTo(from)
      },
    }),
    [form, filling, fields, consent, state, step, undoable, goTo, save, undo],
  )
  return { flow, saving }
}

export type TracerFlowState = ReturnType<typeof useTracerFlow>['flow']
