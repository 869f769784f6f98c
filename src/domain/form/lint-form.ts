import type { Json } from '../shared/json.ts'
import { criteriaFor } from '../tracer/audience.ts'
import { easyQuestions } from '../tracer/easy-questions.ts'
import { evaluateExpr, holds } from './evaluate-expr.ts'
import { type Expr, isCall, isRef, refsOf } from './expr.ts'
import { allQuestions, type Form, type Question, type Section } from './form.ts'
import { exprsOf } from './form-exprs.ts'
import { type AnswerWarning, lintAnswers } from './lint-answers.ts'
import { programOf } from './program.ts'
import { scaleOf } from './scales.ts'

/** What is sound and yet surely not meant; none of it forbids to publish. */
export type FormWarning =
  | AnswerWarning
  /** Whatever is answered, it is never asked: its conditions contradict each other or name no answer. */
  | { readonly kind: 'never-asked'; readonly id: string }
  /** Its condition always holds: it may be taken off. */
  | { readonly kind: 'always-asked'; readonly id: string }
  /** It is asked before the question its condition reads. */
  | { readonly kind: 'reads-later'; readonly id: string; readonly reads: string }
  /** The same words twice in a section; two sections may ask the same of two different things. */
  | { readonly kind: 'same-words'; readonly id: string; readonly as: string }
  /** A computation that is neither shown nor read. */
  | { readonly kind: 'unused'; readonly id: string }
  /** A section without a question is not shown. */
  | { readonly kind: 'empty-section'; readonly id: string }
  | { readonly kind: 'no-criterion' }
  /** The screens of its method do not fill it in: a text in a round of files, a photo of a person. */
  | { readonly kind: 'not-filled'; readonly id: string }
  /** A tracer that asks the person nothing, or nothing they may answer alone. */
  | { readonly kind: 'person-not-asked' | 'no-easy-words' }
  /** The person answers others alone, and not this one. */
  | { readonly kind: 'not-easy'; readonly id: string }

/** Combinations tried for one condition; beyond, it is not judged. */
const MOST_TRIED = 5_000

/** What an editor says of a form beside its faults (`checkForm`), in the form's order. */
export function lintForm(form: Form): readonly FormWarning[] {
  const questions = allQuestions(form)
  const criteria = questions.filter(({ type }) => type === 'criterion')
  return [
    ...(criteria.length === 0 && form.kind !== 'adverse-event'
      ? [{ kind: 'no-criterion' as const }]
      : []),
    ...(form.kind === 'tracer' ? ofPerson(form) : []),
    ...form.sections.flatMap(({ id, questions: own }) =>
      own.length === 0 ? [{ kind: 'empty-section' as const, id }] : [],
    ),
    ...form.sections.flatMap(({ questions: own }) => sameWords(own)),
    ...unused(form, questions),
    ...notFilled(form),
    ...conditions(form),
    ...lintAnswers(questions),
  ]
}

/** What the person of a tracer is asked, and may answer alone. */
function ofPerson(form: Form): readonly FormWarning[] {
  const criteria = criteriaFor(form, 'person')
  if (criteria.length === 0) return [{ kind: 'person-not-asked' }]
  const easy = new Set(easyQuestions(form).map(({ criterion }) => criterion))
  if (easy.size === 0) return [{ kind: 'no-easy-words' }]
  return criteria.flatMap(({ id }) => (easy.has(id) ? [] : [{ kind: 'not-easy' as const, id }]))
}

function sameWords(questions: readonly Question[]): readonly FormWarning[] {
  const first = new Map<string, string>()
  return questions.flatMap(({ id, label, type }) => {
    const words = label.fr
      .toLowerCase()
      .replace(/[\s.,;:!?]+/g, ' ')
      .trim()
    if (words === '' || type === 'note') return []
    const as = first.get(words)
    if (as === undefined) first.set(words, id)
    return as === undefined ? [] : [{ kind: 'same-words' as const, id, as }]
  })
}

/** A round of EPP is a table of criteria; a tracer keeps no picture of anyone. */
function notFilled(form: Form): readonly FormWarning[] {
  const isFilled = ({ type }: Question) => {
    if (form.kind === 'epp') return type === 'criterion' || type === 'note' || type === 'calculated'
    return form.kind !== 'tracer' || !['photo', 'file', 'signature'].includes(type)
  }
  return form.sections
    .flatMap(({ questions }) => questions)
    .flatMap((question) =>
      isFilled(question) ? [] : [{ kind: 'not-filled' as const, id: question.id }],
    )
}

function unused(form: Form, questions: readonly Question[]): readonly FormWarning[] {
  const read = new Set(
    form.sections.flatMap((section) =>
      questions.flatMap((question) => exprsOf(section, question).flatMap(refsOf)),
    ),
  )
  return questions.flatMap((question) =>
    question.type === 'calculated' && question.hidden && !read.has(question.id)
      ? [{ kind: 'unused' as const, id: question.id }]
      : [],
  )
}

function conditions(form: Form): readonly FormWarning[] {
  const { nodes } = programOf(form)
  const order = new Map(allQuestions(form).map(({ id }, at) => [id, at]))
  const never = new Set<string>()
  const found: FormWarning[] = []
  // In the order of computation: who depends on a question never asked is never asked either.
  for (const id of programOf(form).order) {
    const node = nodes.get(id)
    if (!node) continue
    const own = relevanceOf(node.section, node.question)
    if (own.length === 0) continue
    for (const reads of new Set(refsOf(node.question.relevance))) {
      if ((order.get(reads) ?? 0) > (order.get(id) ?? 0)) {
        found.push({ kind: 'reads-later', id, reads })
      }
    }
    const verdict = judge(own, (question) =>
      never.has(question) ? [] : possibleAnswers(nodes.get(question)?.question, own),
    )
    if (verdict === 'never') never.add(id)
    if (verdict === 'never') found.push({ kind: 'never-asked', id })
    if (verdict === 'always') found.push({ kind: 'always-asked', id })
  }
  return found.toSorted((a, b) => placeOf(a, order) - placeOf(b, order))
}

function placeOf(warning: FormWarning, order: ReadonlyMap<string, number>): number {
  return 'id' in warning ? (order.get(warning.id) ?? 0) : 0
}

function relevanceOf(section: Section, question: Question): readonly Expr[] {
  return [section.relevance, question.relevance].filter((expr) => expr !== undefined)
}

/** Tries every combination of the answers that could matter; unanswered is always one. */
function judge(
  all: readonly Expr[],
  answersOf: (question: string) => readonly Json[] | undefined,
): 'always' | 'never' | 'either' {
  const domains: (readonly [string, readonly Json[]])[] = []
  let count = 1
  for (const id of new Set(all.flatMap(refsOf))) {
    const answers = answersOf(id)
    if (!answers) return 'either'
    domains.push([id, [null, ...answers]])
    count *= answers.length + 1
    if (count > MOST_TRIED) return 'either'
  }
  let met = 0
  for (let at = 0; at < count; at += 1) {
    let rest = at
    const given = new Map<string, Json>()
    for (const [id, answers] of domains) {
      given.set(id, answers[rest % answers.length] ?? null)
      rest = Math.floor(rest / answers.length)
    }
    const scope = { read: (id: string) => given.get(id) ?? null, rows: () => [], today: undefined }
    if (all.every((expr) => holds(evaluateExpr(expr, scope)))) met += 1
  }
  return met === 0 ? 'never' : met === count ? 'always' : 'either'
}

/** The answers of a question that a condition could tell apart; undefined when they are not few. */
function possibleAnswers(
  question: Question | undefined,
  conditionsRead: readonly Expr[],
): readonly Json[] | undefined {
  if (!question) return undefined
  if (question.type === 'criterion') return scaleOf(question).steps.map(({ code }) => code)
  if (question.type === 'single') return question.choices.map(({ code }) => code)
  if (question.type === 'multiple') {
    const codes = question.choices.map(({ code }) => code)
    return [...codes.map((code) => [code]), codes]
  }
  if (question.type === 'number') {
    const near = conditionsRead.flatMap(literalsOf).filter((value) => typeof value === 'number')
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = question
    const values = near.flatMap((value) => [value - 1, value, value + 1])
    return [...new Set(values)].filter((value) => value >= min && value <= max)
  }
  if (question.type === 'text' || question.type === 'code') {
    return ['…', ...conditionsRead.flatMap(literalsOf).filter((value) => typeof value === 'string')]
  }
  return undefined
}

function literalsOf(expr: Expr): readonly Json[] {
  if (isRef(expr)) return []
  return isCall(expr) ? expr.of.flatMap(literalsOf) : [expr]
}
