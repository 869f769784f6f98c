import type { Condition, Form, Question } from './form.ts'

export type FormFault =
  | { readonly kind: 'duplicate-question'; readonly id: string }
  | { readonly kind: 'duplicate-section'; readonly id: string }
  | { readonly kind: 'duplicate-choice'; readonly id: string; readonly code: string }
  | { readonly kind: 'dot-in-id'; readonly id: string }
  | { readonly kind: 'unknown-reference'; readonly from: string; readonly to: string }
  /** A chain of relevance that comes back to its start, named in order. */
  | { readonly kind: 'cycle'; readonly path: readonly string[] }

/**
 * What makes a form unusable, all faults at once; empty when it is sound (R-FOR-3). A dot in an id is
 * a fault, for answers are stored below `answers.<file>.<question>`.
 */
export function checkForm(form: Form): readonly FormFault[] {
  const questions = form.sections.flatMap((section) => section.questions)
  const ids = new Set(questions.map(({ id }) => id))
  const needs = referencesByQuestion(form)
  return [
    ...duplicates(questions).map((id) => ({ kind: 'duplicate-question' as const, id })),
    ...duplicates(form.sections).map((id) => ({ kind: 'duplicate-section' as const, id })),
    ...questions.flatMap(duplicateChoices),
    ...[...ids].filter((id) => id.includes('.')).map((id) => ({ kind: 'dot-in-id' as const, id })),
    ...[...needs].flatMap(([from, references]) =>
      references
        .filter((to) => !ids.has(to))
        .map((to) => ({ kind: 'unknown-reference' as const, from, to })),
    ),
    ...cyclesOf(needs),
  ]
}

/** Ids of the questions a condition reads. */
export function referencesOf(condition: Condition | undefined): readonly string[] {
  if (!condition) return []
  if ('question' in condition) return [condition.question]
  if (condition.op === 'not') return referencesOf(condition.of)
  return condition.of.flatMap(referencesOf)
}

/** A question depends on what its own condition, its section's and its choices' conditions read. */
function referencesByQuestion(form: Form): ReadonlyMap<string, readonly string[]> {
  return new Map(
    form.sections.flatMap((section) =>
      section.questions.map((question) => [
        question.id,
        [
          ...referencesOf(section.relevance),
          ...referencesOf(question.relevance),
          ...('choices' in question
            ? question.choices.flatMap((choice) => referencesOf(choice.relevance))
            : []),
        ],
      ]),
    ),
  )
}

function cyclesOf(needs: ReadonlyMap<string, readonly string[]>): readonly FormFault[] {
  const faults: FormFault[] = []
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): void => {
    const start = path.indexOf(id)
    if (start >= 0) {
      faults.push({ kind: 'cycle', path: [...path.slice(start), id] })
      return
    }
    if (done.has(id)) return
    for (const next of needs.get(id) ?? []) visit(next, [...path, id])
    done.add(id)
  }
  for (const id of needs.keys()) visit(id, [])
  return faults
}

function duplicates(items: readonly { readonly id: string }[]): readonly string[] {
  const ids = items.map(({ id }) => id)
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}

function duplicateChoices(question: Question): readonly FormFault[] {
  if (!('choices' in question)) return []
  const codes = question.choices.map(({ code }) => code)
  return codes
    .filter((code, index) => codes.indexOf(code) !== index)
    .map((code) => ({ kind: 'duplicate-choice', id: question.id, code }))
}
