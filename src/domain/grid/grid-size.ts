import type { Carried, Form, Question } from '../form/form.ts'
import { isGroup } from '../form/form.ts'
import type { Json } from '../shared/json.ts'
import { asJson } from './grid.ts'

/** A publication travels whole in one operation: these stay under the bounds of the wire (R-SYN-2). */
const MOST_BYTES = 900_000
const LONGEST_TEXT = 65_536
const DEEPEST = 22

/** Whether a form may be published: its size, its longest text and its nesting are those of the wire. */
export function fitsPublication(form: Form): boolean {
  return isWithin(asJson(form), DEEPEST) && bytesOf(JSON.stringify(form)) <= MOST_BYTES
}

/** The same form without what it carries of another format: it runs alike, and is no longer given back. */
export function withoutCarried(form: Form): Form {
  return {
    ...bare(form),
    sections: form.sections.map((section) => ({
      ...bare(section),
      questions: section.questions.map(bareQuestion),
    })),
  }
}

function bareQuestion(question: Question): Question {
  return isGroup(question)
    ? { ...bare(question), questions: question.questions.map(bareQuestion) }
    : bare(question)
}

function bare<T extends { readonly carried?: Carried }>(item: T): T {
  const { carried: _, ...rest } = item
  return rest as T
}

function isWithin(value: Json, depth: number): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((each) => isWithin(each, depth - 1))
}

/** As sent: UTF-8. */
function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
