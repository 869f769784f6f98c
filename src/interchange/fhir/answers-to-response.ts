import { type Answers, type Form, isGroup, type Question, rowKey } from '#domain/form/form.ts'
import { evaluateForm, type FormState } from '#domain/form/form-state.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import type { JsonRecord } from '../is-record.ts'
import { canonicalOf } from './canonical-of.ts'
import { listOf } from './extensions.ts'
import { fhirScope } from './fhir-scope.ts'

export interface ResponseFacts {
  readonly isComplete: boolean
  readonly heldOn?: Day
}

/**
 * Answers as a FHIR QuestionnaireResponse, in the order of the form. Hidden questions are left out, as
 * the standard asks; no person is named. What an import had set aside travels with the questionnaire.
 */
export function answersToResponse(
  form: Form,
  answers: Answers,
  { isComplete, heldOn }: ResponseFacts,
): JsonRecord {
  const state = evaluateForm(form, answers, heldOn)
  const scope = fhirScope(form)
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: canonicalOf(form),
    status: isComplete ? 'completed' : 'in-progress',
    ...(heldOn ? { authored: heldOn } : {}),
    item: form.sections.flatMap((section) => {
      const items = section.questions.flatMap((question) => itemsOf(question, state, scope))
      if (items.length === 0) return []
      const groups = section.carried?.fhir?.groups
      return [{ linkId: sectionLink(groups) ?? scope.sectionLink(section.id), item: items }]
    }),
  }
}

function sectionLink(groups: Json | undefined): string | undefined {
  const last = listOf(groups).at(-1)
  return typeof last === 'object' &&
    last !== null &&
    'linkId' in last &&
    typeof last.linkId === 'string'
    ? last.linkId
    : undefined
}

type Scope = ReturnType<typeof fhirScope>

function itemsOf(question: Question, state: FormState, scope: Scope): readonly JsonRecord[] {
  if (!isGroup(question)) return answered(question, question.id, state, scope)
  return (state.rows.get(question.id) ?? []).flatMap((row) => {
    const items = question.questions.flatMap((each) =>
      answered(each, rowKey(question.id, row, each.id), state, scope),
    )
    return items.length > 0 ? [{ linkId: scope.linkId(question.id), item: items }] : []
  })
}

function answered(
  question: Question,
  key: string,
  state: FormState,
  { linkId, kindOf }: Scope,
): readonly JsonRecord[] {
  const value = state.values.get(key)
  const kind = kindOf(question.id)
  if (value === undefined || value === null || !kind || !state.asked.has(key)) return []
  const values = Array.isArray(value) ? value : [value]
  const answer = values.map((each) => ({ [`value${kind.member}`]: kind.value(each) }))
  return answer.length > 0 ? [{ linkId: linkId(question.id), answer }] : []
}
