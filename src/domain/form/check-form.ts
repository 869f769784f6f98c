import { SELF } from './expr.ts'
import { type ExprFault, exprFaults } from './expr-faults.ts'
import { allQuestions, type Form, isGroup, type Question } from './form.ts'
import { exprsOf } from './form-exprs.ts'
import { programOf } from './program.ts'
import { isQuestionId } from './question-id.ts'
import { scaleOf } from './scales.ts'
import { isUnitOfKind } from './units.ts'

export type FormFault =
  | { readonly kind: 'no-section' | 'no-question' }
  /** An audit by files, an EPP of a whole home (`units.ts`). */
  | { readonly kind: 'unit-of-kind' }
  | { readonly kind: 'duplicate-question'; readonly id: string }
  | { readonly kind: 'duplicate-section'; readonly id: string }
  | { readonly kind: 'duplicate-choice'; readonly id: string; readonly code: string }
  /** A list or a scale without an answer to give. */
  | { readonly kind: 'no-choice'; readonly id: string }
  | { readonly kind: 'no-label'; readonly id: string }
  /** A name that cannot be a part of a field (`isQuestionId`). */
  | { readonly kind: 'bad-id'; readonly id: string }
  | { readonly kind: 'empty-group'; readonly id: string }
  | { readonly kind: 'group-in-group'; readonly id: string }
  | { readonly kind: 'min-above-max'; readonly id: string }
  | { readonly kind: 'unknown-reference'; readonly from: string; readonly to: string }
  | { readonly kind: 'expression'; readonly id: string; readonly fault: ExprFault }
  /** A chain of relevance and calculation that comes back to its start, named in order. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/**
 * What makes a form unusable, all faults at once; empty when it is sound (R-FOR-3). A dot in an id is
 * a fault, for answers are stored below `answers.<file>.<question>` and `answers.<group>.<row>.<question>`.
 */
export function checkForm(form: Form): readonly FormFault[] {
  const questions = allQuestions(form)
  return [
    ...emptiness(form),
    ...(isUnitOfKind(form.unit, form.kind) ? [] : [{ kind: 'unit-of-kind' as const }]),
    ...duplicates(questions).map((id) => ({ kind: 'duplicate-question' as const, id })),
    ...duplicates(form.sections).map((id) => ({ kind: 'duplicate-section' as const, id })),
    ...questions.flatMap(faultsOf),
    ...questions
      .flatMap((question) => (isGroup(question) ? question.questions : []))
      .filter(isGroup)
      .map(({ id }) => ({ kind: 'group-in-group' as const, id })),
    ...expressionFaults(form),
    ...programOf(form).cycles.map((path) => ({ kind: 'cycle' as const, path })),
  ]
}

function emptiness(form: Form): readonly FormFault[] {
  if (form.sections.length === 0) return [{ kind: 'no-section' }]
  return form.sections.some(({ questions }) => questions.length > 0)
    ? []
    : [{ kind: 'no-question' }]
}

function faultsOf(question: Question): readonly FormFault[] {
  const { id } = question
  const faults: FormFault[] = []
  if (!isQuestionId(id)) faults.push({ kind: 'bad-id', id })
  if (question.label.fr.trim() === '' && question.type !== 'calculated') {
    faults.push({ kind: 'no-label', id })
  }
  const codes = codesOf(question)
  if (codes?.length === 0) faults.push({ kind: 'no-choice', id })
  for (const code of repeated(codes ?? [])) faults.push({ kind: 'duplicate-choice', id, code })
  if (isGroup(question) && question.questions.length === 0) faults.push({ kind: 'empty-group', id })
  const [low, high] = boundsOf(question)
  if (low !== undefined && high !== undefined && low > high) {
    faults.push({ kind: 'min-above-max', id })
  }
  return faults
}

function codesOf(question: Question): readonly string[] | undefined {
  if ('choices' in question) return question.choices.map(({ code }) => code)
  return question.type === 'criterion' ? scaleOf(question).steps.map(({ code }) => code) : undefined
}

function boundsOf(question: Question): readonly [number | undefined, number | undefined] {
  if (question.type === 'number') return [question.min, question.max]
  return isGroup(question) ? [question.minRows, question.maxRows] : [undefined, undefined]
}

/** A section's own condition is told of each of its questions, which it hides. */
function expressionFaults(form: Form): readonly FormFault[] {
  const groups = new Set(
    allQuestions(form)
      .filter(isGroup)
      .map(({ id }) => id),
  )
  const ids = new Set(allQuestions(form).map(({ id }) => id))
  return form.sections.flatMap((section) =>
    section.questions
      .flatMap((question) => (isGroup(question) ? [question, ...question.questions] : [question]))
      .flatMap((question) => {
        const faults = exprsOf(section, question).flatMap((expr) =>
          exprFaults(expr, { groups, ids }),
        )
        return uniqueFaults(faults).map((fault): FormFault => {
          if (fault.kind === 'unknown-reference') {
            return { kind: 'unknown-reference', from: question.id, to: fault.to }
          }
          return { kind: 'expression', id: question.id, fault }
        })
      }),
  )
}

function uniqueFaults(faults: readonly ExprFault[]): readonly ExprFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}

function duplicates(items: readonly { readonly id: string }[]): readonly string[] {
  return [...new Set(repeated(items.map(({ id }) => id)))].filter((id) => id !== SELF)
}

/** Values met again, each further meeting; linear, for a list may hold a thousand codes. */
function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}
