import type { Expr } from '#domain/form/expr.ts'
import { allQuestions, type Form, isGroup, type Question } from '#domain/form/form.ts'
import type { Language } from '#domain/shared/text.ts'
import type { FhirPathScope } from '../expressions/expr-to-fhir-path.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import type { Unsaid } from '../unsaid.ts'
import { calculatedType } from './calculated-type.ts'
import type { AnswerKind } from './enable-when.ts'
import { valueX } from './extensions.ts'

/** What the writing of an item needs of the form around it. */
export interface FhirWriteContext extends FhirPathScope {
  readonly notes: Notes
  readonly language: Language
  /** Formulas FHIR cannot say, by question. */
  readonly unsaid: Map<string, Unsaid>
  readonly kindOf: (question: string) => AnswerKind | undefined
  /** The linkId of a section: one of its own, for FHIR names groups and questions alike (que-2). */
  readonly sectionLink: (section: string) => string
  /** The condition of a question, by linkId. */
  readonly relevanceOf: (linkId: string) => Expr | undefined
}

/** What the writers must know of every question to name it and compare it. */
export function fhirScope(form: Form): Omit<FhirWriteContext, 'notes' | 'language' | 'unsaid'> {
  const questions = new Map(allQuestions(form).map((question) => [question.id, question]))
  const linkIds = new Map<string, string>()
  const taken = new Set<string>()
  for (const question of questions.values()) {
    const kept = aside(question).linkId
    const linkId = typeof kept === 'string' && !taken.has(kept) ? kept : question.id
    linkIds.set(question.id, linkId)
    taken.add(linkId)
  }
  const sectionLinks = new Map<string, string>()
  for (const { id } of form.sections) {
    let linkId = id
    while (taken.has(linkId)) linkId = `${linkId}_section`
    sectionLinks.set(id, linkId)
    taken.add(linkId)
  }
  const byLink = new Map([...linkIds].map(([id, linkId]) => [linkId, id]))
  const kindOf = (id: string) => {
    const question = questions.get(id)
    return question && answerKind(question)
  }
  return {
    linkId: (id) => linkIds.get(id) ?? id,
    sectionLink: (id) => sectionLinks.get(id) ?? id,
    isCoded: (id) => kindOf(id)?.member === 'Coding',
    isGroup: (id) => {
      const question = questions.get(id)
      return question !== undefined && isGroup(question)
    },
    kindOf,
    relevanceOf: (linkId) => questions.get(byLink.get(linkId) ?? '')?.relevance,
  }
}

/** What an import of a questionnaire set aside with a question. */
export function aside(question: Pick<Question, 'carried'>): JsonRecord {
  return question.carried?.fhir ?? {}
}

const MEMBERS = {
  boolean: 'Boolean',
  date: 'Date',
  decimal: 'Decimal',
  integer: 'Integer',
  string: 'String',
} as const

/** How a question answers in FHIR; undefined for what has no value to compare. */
function answerKind(question: Question): AnswerKind | undefined {
  const plain = (member: AnswerKind['member']): AnswerKind => ({ member, value: (value) => value })
  switch (question.type) {
    case 'criterion':
      return { member: 'Coding', value: (code) => ({ code }) }
    case 'single':
    case 'multiple':
      return choiceKind(question)
    case 'number':
      if (aside(question).type === 'quantity')
        return { member: 'Quantity', value: (value) => ({ value }) }
      return plain(Number.isInteger(question.step ?? 1) ? 'Integer' : 'Decimal')
    case 'calculated':
      return plain(MEMBERS[calculatedType(question)])
    case 'date':
      return plain('Date')
    case 'datetime':
      return plain('DateTime')
    case 'time':
      return { member: 'Time', value: (value) => `${String(value)}:00` }
    case 'text':
    case 'code':
      return plain('String')
    default:
      return undefined
  }
}

function choiceKind(question: Extract<Question, { type: 'single' | 'multiple' }>): AnswerKind {
  const { type, options } = aside(question)
  if (type === 'boolean') return { member: 'Boolean', value: (code) => code === 'true' }
  const raw = isRecord(options) ? options : {}
  const [first] = Object.values(raw)
  const sample = isRecord(first) ? valueX(first) : undefined
  if (typeof sample === 'string') return { member: 'String', value: (code) => code }
  if (typeof sample === 'number') return { member: 'Integer', value: (code) => Number(code) }
  return {
    member: 'Coding',
    value: (code) => {
      const option = raw[String(code)]
      const coding = isRecord(option) ? option.valueCoding : undefined
      if (!isRecord(coding)) return { code }
      const { system } = coding
      return { ...(typeof system === 'string' ? { system } : {}), code }
    },
  }
}
