import { type AnswerRule, exprOfRule, type RuleKind } from '#domain/form/answer-rules.ts'
import { call, ref, SELF } from '#domain/form/expr.ts'
import type { Question } from '#domain/form/form.ts'
import { distinct } from '../distinct.ts'

/** A rule of a kind as it is proposed, with what the rule before it said. */
export function ruleOfKind(
  kind: RuleKind,
  question: Question,
  comparable: readonly Question[],
  before?: AnswerRule,
): AnswerRule {
  switch (kind) {
    case 'between':
      return { kind, low: 0, high: 10 }
    case 'not-future':
    case 'not-past':
      return { kind }
    case 'not-below':
    case 'not-above': {
      const known = before && 'question' in before ? before.question : comparable[0]?.id
      return { kind, question: known ?? question.id }
    }
    case 'pattern':
      return { kind, pattern: '' }
    case 'written':
      return { kind, test: before ? exprOfRule(before) : call('answered', ref(SELF)) }
    default:
      return { kind, count: countBefore(kind, before) ?? USUAL[kind] }
  }
}

const USUAL = {
  'at-least': 0,
  'at-most': 10,
  'length-least': 2,
  'length-most': 100,
  digits: 5,
  'choices-least': 1,
  'choices-most': 2,
} as const

/** « Au moins 3 » becomes « Au plus 3 »; a length says nothing of a count of figures. */
function countBefore(kind: RuleKind, before: AnswerRule | undefined): number | undefined {
  if (!before || !('count' in before)) return undefined
  const family = (name: string) => name.replace(/-?(least|most)$/, '')
  return family(before.kind) === family(kind) ? before.count : undefined
}

/** Questions an answer may be compared with: of the same type, outside the rows of another group. */
export function comparableWith(
  question: Question,
  questions: readonly Question[],
): readonly Question[] {
  return distinct(
    questions.filter(({ id, type }) => type === question.type && id !== question.id),
    ({ id }) => id,
  )
}
