import { type Expr, isCall } from '#domain/form/expr.ts'
import { isGroup, type Question } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { both } from '../expressions/formulas.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import { writeEnableWhen } from './enable-when.ts'
import { withEscale } from './escale-extension.ts'
import { EXTENSIONS, listOf, textOf, valueX } from './extensions.ts'
import { aside, type FhirWriteContext } from './fhir-scope.ts'
import { fhirText } from './fhir-text.ts'
import { typedMembers } from './typed-members.ts'
import { expressionExtension, leaveUnsaid, writtenFormula } from './written-formula.ts'

/** Writes a question into the list of its group, or below the question it was asked under. */
export function writeItem(question: Question, list: JsonRecord[], context: FhirWriteContext): void {
  const kept = aside(question)
  if (kept.added === true) return
  const parent = typeof kept.below === 'string' ? findItem(list, kept.below) : undefined
  const item = itemOf(question, context, parent)
  if (parent) parent.item = [...listOf(parent.item), item]
  else list.push(item)
}

type Writable = Record<string, Json>

function findItem(list: readonly Json[], linkId: string): Writable | undefined {
  for (const each of list) {
    if (!isRecord(each)) continue
    // The items under way are ours, made a moment ago by `itemOf`.
    if (each.linkId === linkId) return each as Writable
    const below = findItem(listOf(each.item), linkId)
    if (below) return below
  }
  return undefined
}

function itemOf(question: Question, context: FhirWriteContext, parent?: JsonRecord): JsonRecord {
  const kept = aside(question)
  const { language } = context
  const typed = typedMembers(question, context)
  const { unread } = kept
  const own = isRecord(unread) ? unread : {}
  const above = parent ? partsOf(context.relevanceOf(textOf(parent.linkId))) : []
  const relevance = ownRelevance(question, above)
  const extensions = [
    ...listOf(kept.extension).filter(isRecord),
    ...typed.extensions,
    ...constraintExtensions(question, own, context),
    ...expressionExtension('default', expressionDefault(question), own.default, question, context),
  ]
  const help = question.hint
    ? [
        {
          linkId: `${context.linkId(question.id)}_aide`,
          ...fhirText('text', question.hint, language),
          type: 'display',
          extension: [HELP],
        },
      ]
    : []
  const rows: JsonRecord[] = []
  if (isGroup(question)) for (const each of question.questions) writeItem(each, rows, context)
  leaveRequired(question, context)
  const { answerOption, ...members } = typed.members
  const start = initialMembers(question, context)
  const below = [...(Array.isArray(kept.help) ? kept.help : help), ...rows]
  return {
    linkId: context.linkId(question.id),
    ...(isRecord(kept.rest) ? kept.rest : {}),
    ...fhirText('text', question.label, language),
    ...members,
    ...(question.required === true ? { required: true } : {}),
    ...finished(
      question,
      relevanceMembers(question, relevance, extensions, context, own.relevant),
      context,
    ),
    ...(answerOption === undefined ? start : startAmong(listOf(answerOption), start)),
    ...(below.length > 0 ? { item: below } : {}),
  }
}

/** Required on a condition: FHIR says always or never. */
function leaveRequired({ id, label, required }: Question, context: FhirWriteContext): void {
  if (required === undefined || typeof required === 'boolean') return
  leaveUnsaid(id, { required: required as unknown as Json }, context)
  const what = `« ${label.fr} » obligatoire selon une autre réponse`
  const whatEn = `“${label.en}” required after another answer`
  const linkId = context.linkId(id)
  context.notes.add('kept-aside', 'escale-only', { linkId }, { what, whatEn })
}

/** With what FHIR could not say, known once all the rest is written. */
export function finished(
  { id }: { readonly id: string },
  members: JsonRecord,
  { unsaid }: FhirWriteContext,
): JsonRecord {
  const left = unsaid.get(id)
  if (!left) return members
  const extension = withEscale(listOf(members.extension).filter(isRecord), { unsaid: left })
  return { ...members, extension: [...extension] }
}

const HELP: JsonRecord = {
  url: EXTENSIONS.itemControl,
  valueCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'help' }],
  },
}

/** A question below another is hidden with it: that part of its condition is not said twice. */
function ownRelevance({ relevance }: Question, above: readonly Expr[]): Expr | undefined {
  const parts = partsOf(relevance)
  const said = JSON.stringify(parts.slice(0, above.length))
  return said === JSON.stringify(above) ? both(...parts.slice(above.length)) : relevance
}

function partsOf(expr: Expr | undefined): readonly Expr[] {
  if (expr === undefined) return []
  return isCall(expr) && expr.fn === 'and' ? expr.of : [expr]
}

/** A condition as `enableWhen` where it can be, as an SDC expression else; told when neither can. */
export function relevanceMembers(
  { id }: { readonly id: string },
  relevance: Expr | undefined,
  extensions: readonly JsonRecord[],
  context: FhirWriteContext,
  unread?: Json,
): JsonRecord {
  const simple =
    relevance === undefined ? undefined : writeEnableWhen(relevance, context.kindOf, context.linkId)
  const all = [
    ...extensions,
    ...(simple ? [] : expressionExtension('relevance', relevance, unread, { id }, context)),
  ]
  return { ...(all.length > 0 ? { extension: all } : {}), ...simple }
}

function constraintExtensions(
  question: Question,
  unread: JsonRecord,
  context: FhirWriteContext,
): readonly JsonRecord[] {
  const kept = textOf(unread.constraint)
  const { extension: others, rest } = aside(question)
  const hasPattern = listOf(others).some((each) => isRecord(each) && each.url === EXTENSIONS.regex)
  const hasLength = isRecord(rest) && rest.maxLength !== undefined
  const written = (question.constraints ?? []).flatMap(({ test, message }) => {
    if (hasPattern && isCallOf(test, 'matches')) return []
    if (hasLength && JSON.stringify(test).includes('"fn":"length"')) return []
    const said = writtenFormula(test, question.id, context)
    if (said !== undefined) return [{ said, message: message[context.language] }]
    // All of them go together: one alone would be taken for the whole.
    leaveUnsaid(question.id, { constraints: question.constraints as unknown as Json }, context)
    return []
  })
  const all = kept === '' ? written : [...written, { said: kept, message: '' }]
  return all.map(({ said, message }, at) => ({
    url: EXTENSIONS.constraint,
    extension: [
      { url: 'key', valueId: `c${at + 1}` },
      { url: 'severity', valueCode: 'error' },
      { url: 'expression', valueString: said },
      { url: 'human', valueString: message === '' ? '-' : message },
    ],
  }))
}

function isCallOf(expr: Expr, fn: string): boolean {
  return typeof expr === 'object' && expr !== null && 'fn' in expr && expr.fn === fn
}

function expressionDefault(question: Question): Expr | undefined {
  const { default: start } = question
  return typeof start === 'object' && start !== null ? start : undefined
}

/** Among options written out, the standard marks the one it starts from (que-11). */
function startAmong(options: readonly Json[], { initial }: JsonRecord): JsonRecord {
  const starts = listOf(initial)
    .filter(isRecord)
    .map((each) => valueX(each))
  return {
    answerOption: options.map((option) => {
      if (!isRecord(option)) return option
      return starts.some((start) => isSame(start, valueX(option)))
        ? { ...option, initialSelected: true }
        : option
    }),
  }
}

/** A coding is itself whatever words it shows. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return one !== undefined && isRecord(one) && other !== undefined && isRecord(other)
    ? one.code === other.code && one.system === other.system
    : one === other
}

function initialMembers(question: Question, { kindOf }: FhirWriteContext): JsonRecord {
  const { initial, options } = aside(question)
  const start = question.default
  if (start === undefined || start === null || typeof start === 'object') {
    return Array.isArray(initial) ? { initial } : {}
  }
  if (Array.isArray(initial) && startsAs(initial[0], start)) return { initial }
  const option = isRecord(options) ? options[String(start)] : undefined
  if (option !== undefined && isRecord(option)) {
    const name = Object.keys(option).find((key) => /^value[A-Z]/.test(key))
    if (name !== undefined) return { initial: [{ [name]: option[name] ?? null }] }
  }
  const kind = kindOf(question.id)
  return kind ? { initial: [{ [`value${kind.member}`]: kind.value(start) }] } : {}
}

/** What the file wrote, while the question still starts from it: a quantity keeps its unit. */
function startsAs(written: Json | undefined, start: Json): boolean {
  const value = written !== undefined && isRecord(written) ? valueX(written) : undefined
  if (value !== undefined && isRecord(value)) return value.value === start
  return typeof value === 'string' && typeof start === 'string' && value.startsWith(start)
}
