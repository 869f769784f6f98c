import { type Answers, type Form, isGroup, type Question, rowKey } from '#domain/form/form.ts'
import { evaluateForm, type FormState } from '#domain/form/form-state.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Fields, Json } from '#domain/shared/json.ts'
import type { JsonRecord } from '../is-record.ts'
import { canonicalOf } from './canonical-of.ts'
import { listOf } from './extensions.ts'
import { fhirScope } from './fhir-scope.ts'
import { saidApartExtensions } from './said-apart.ts'

export interface ResponseFacts {
  readonly isComplete: boolean
  readonly heldOn?: Day
  /** What is said beside the answers: the fields of the record and its comments, those of one file in an EPP. */
  readonly apart?: { readonly fields: Fields; readonly comments: ReadonlyMap<string, string> }
}

/**
 * Answers as a FHIR QuestionnaireResponse, in the order of the form. Hidden questions are left out, as
 * the standard asks; no person is named. What an import had set aside travels with the questionnaire; what
 * is said beside the answers, in extensions of ours.
 */
export function answersToResponse(
  form: Form,
  answers: Answers,
  { isComplete, heldOn, apart }: ResponseFacts,
): JsonRecord {
  const state = evaluateForm(form, answers, heldOn)
  const scope = fhirScope(form)
  const rows = new RowNames(form)
  const item = form.sections.flatMap((section) => {
    const items = section.questions.flatMap((question) => itemsOf(question, state, scope, rows))
    if (items.length === 0) return []
    const groups = section.carried?.fhir?.groups
    return [{ linkId: sectionLink(groups) ?? scope.sectionLink(section.id), item: items }]
  })
  const extension = apart ? saidApartExtensions({ form, ...apart }, (key) => rows.nameOf(key)) : []
  return {
    resourceType: 'QuestionnaireResponse',
    ...(extension.length > 0 ? { extension: [...extension] } : {}),
    questionnaire: canonicalOf(form),
    status: isComplete ? 'completed' : 'in-progress',
    ...(heldOn ? { authored: heldOn } : {}),
    item,
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

/** Rows as an import names them: by their rank among those that leave, then those only spoken of apart. */
class RowNames {
  private readonly names = new Map<string, Map<string, string>>()
  private readonly groups: ReadonlySet<string>

  constructor(form: Form) {
    const questions = form.sections.flatMap((section) => section.questions)
    this.groups = new Set(questions.filter(isGroup).map(({ id }) => id))
  }

  take(group: string, row: string): string {
    const own = this.names.get(group) ?? new Map<string, string>()
    this.names.set(group, own)
    const name = own.get(row) ?? `r${own.size + 1}`
    own.set(row, name)
    return name
  }

  nameOf(key: string): string {
    const [group = '', row, question] = key.split('.')
    if (row === undefined || question === undefined || !this.groups.has(group)) return key
    return rowKey(group, this.take(group, row), question)
  }
}

function itemsOf(
  question: Question,
  state: FormState,
  scope: Scope,
  rows: RowNames,
): readonly JsonRecord[] {
  if (!isGroup(question)) return answered(question, question.id, state, scope)
  return (state.rows.get(question.id) ?? []).flatMap((row) => {
    const items = question.questions.flatMap((each) =>
      answered(each, rowKey(question.id, row, each.id), state, scope),
    )
    if (items.length === 0) return []
    rows.take(question.id, row)
    return [{ linkId: scope.linkId(question.id), item: items }]
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
