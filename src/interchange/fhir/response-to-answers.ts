import { checkAnswer } from '#domain/form/check-answer.ts'
import {
  type Answers,
  allQuestions,
  type Form,
  isGroup,
  type Question,
  rowKey,
} from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { isRecord, type JsonRecord } from '../is-record.ts'
import type { Notes } from '../notes.ts'
import { listOf, textOf, valueX } from './extensions.ts'
import { fhirScope } from './fhir-scope.ts'

const DEEPEST = 40

/**
 * The answers of a QuestionnaireResponse to this form. An answer that the question refuses, or that no
 * question asks for, is told by linkId and left out; the others are kept. Rows are named by their rank.
 */
export function responseToAnswers(form: Form, resource: JsonRecord, notes: Notes): Answers {
  const { linkId, sectionLink } = fhirScope(form)
  const questions = new Map(allQuestions(form).map((question) => [linkId(question.id), question]))
  const answers = new Map<string, Json>()
  const counts = new Map<string, number>()
  const sections = new Set(
    form.sections.flatMap(({ id, carried }) => [
      sectionLink(id),
      ...listOf(carried?.fhir?.groups).flatMap((group) =>
        isRecord(group) ? textOf(group.linkId) : [],
      ),
    ]),
  )

  const walk = (
    items: readonly Json[],
    row: { group: string; id: string } | undefined,
    depth: number,
  ) => {
    if (depth > DEEPEST) return
    for (const item of items.filter(isRecord)) {
      const link = textOf(item.linkId)
      const question = questions.get(link)
      if (question && isGroup(question)) {
        const count = (counts.get(question.id) ?? 0) + 1
        counts.set(question.id, count)
        walk(listOf(item.item), { group: question.id, id: `r${count}` }, depth + 1)
        continue
      }
      const given = listOf(item.answer).filter(isRecord)
      if (question) {
        const key = row ? rowKey(row.group, row.id, question.id) : question.id
        keep(question, key, given, link)
      } else if (given.length > 0 && !sections.has(link)) {
        notes.add('lost', 'answer-to-nothing', { linkId: link }, { name: link })
      }
      walk(listOf(item.item), row, depth + 1)
      for (const each of given) walk(listOf(each.item), row, depth + 1)
    }
  }

  const keep = (question: Question, key: string, given: readonly JsonRecord[], link: string) => {
    const values = given.flatMap((each) => plainValue(valueX(each)) ?? [])
    const [first] = values
    if (first === undefined || question.type === 'calculated') return
    const isMany = question.type === 'multiple'
    if (!isMany && values.length > 1) {
      notes.add('lost', 'several-answers', { linkId: link }, { name: question.label.fr })
    }
    const value = isMany ? values.map(String) : fitted(question, first)
    const checked = checkAnswer(question, value)
    if (checked.ok) answers.set(key, value)
    else {
      const words = { value: String(first), name: question.label.fr }
      const why = {
        why: 'elle ne convient pas à la question',
        whyEn: 'it does not fit the question',
      }
      notes.add('lost', 'answer-refused', { linkId: link }, { ...words, ...why })
    }
  }
  walk(listOf(resource.item), undefined, 0)
  return answers
}

function plainValue(value: Json | undefined): string | number | undefined {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string' || typeof value === 'number') return value
  if (!isRecord(value)) return undefined
  if (typeof value.value === 'number') return value.value
  return textOf(value.code) || textOf(value.display) || textOf(value.reference) || undefined
}

function fitted({ type }: Question, value: string | number): string | number {
  if (type === 'number') return value
  if (type === 'time') return String(value).slice(0, 5)
  if (type === 'datetime') return String(value).slice(0, 16)
  return String(value)
}
