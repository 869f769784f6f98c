import { useRef } from 'react'
import type { Answers, Form } from '#domain/form/form.ts'
import { answerForm, evaluateForm, type FormState } from '#domain/form/form-state.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'

/**
 * A form evaluated, kept from one drawing to the next: only what the changed answers concern is
 * computed again, whoever changed them, this tablet or another.
 */
export function useFormState(form: Form, answers: Answers, today?: Day): FormState {
  const last = useRef<FormState>(undefined)
  const known = last.current
  if (known?.program.form !== form || known.today !== today) {
    last.current = evaluateForm(form, answers, today)
    return last.current
  }
  const changes = changesBetween(known.answers, answers)
  if (changes.size > 0) last.current = answerForm(known, changes)
  return last.current ?? known
}

function changesBetween(before: Answers, after: Answers): ReadonlyMap<string, Json> {
  const changes = new Map<string, Json>()
  for (const [key, value] of after) if (before.get(key) !== value) changes.set(key, value)
  for (const key of before.keys()) if (!after.has(key)) changes.set(key, null)
  return changes
}
