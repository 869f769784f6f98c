import type { Json } from '../shared/json.ts'
import { type AnswerRule, readRule } from './answer-rules.ts'
import { checkAnswer } from './check-answer.ts'
import { asAnswer } from './default-answers.ts'
import { evaluateExpr, holds, isFilled } from './evaluate-expr.ts'
import { type Expr, isCall, isRef, refsOf, SELF } from './expr.ts'
import type { Question } from './form.ts'

/** What a question says of its answers and surely does not mean. */
export type AnswerWarning =
  /** Its default answer is refused by its own type or bounds, and never written, or by its rules. */
  | { readonly kind: 'default-refused'; readonly id: string }
  /** Its rules contradict each other, or its bounds: whatever is answered is refused. */
  | { readonly kind: 'no-answer-fits'; readonly id: string }
  /** A scale of its own with no answer that counts gives no rate. */
  | { readonly kind: 'scale-not-counted'; readonly id: string }
  /** An answer without words cannot be told from the next one. */
  | { readonly kind: 'answer-without-words'; readonly id: string }
  /** It takes only files that are no picture, and a picture is all that can be joined. */
  | { readonly kind: 'file-not-taken'; readonly id: string }

export function lintAnswers(questions: readonly Question[]): readonly AnswerWarning[] {
  return questions.flatMap((question) =>
    CHECKS.flatMap(({ kind, isWrong }) =>
      isWrong(question) ? [{ kind, id: question.id } as const] : [],
    ),
  )
}

const CHECKS: readonly {
  readonly kind: AnswerWarning['kind']
  readonly isWrong: (question: Question) => boolean
}[] = [
  { kind: 'default-refused', isWrong: isDefaultRefused },
  { kind: 'no-answer-fits', isWrong: isNoAnswerFit },
  {
    kind: 'scale-not-counted',
    isWrong: (question) =>
      question.type === 'criterion' &&
      typeof question.scale !== 'string' &&
      question.scale.steps.every(({ worth }) => worth === undefined),
  },
  {
    kind: 'answer-without-words',
    isWrong: (question) => answersOf(question).some(({ label }) => label.fr.trim() === ''),
  },
  {
    kind: 'file-not-taken',
    isWrong: (question) =>
      question.type === 'file' &&
      question.accepts !== undefined &&
      question.accepts.length > 0 &&
      !question.accepts.some((type) => /^(image\/|\*)/.test(type)),
  },
]

function answersOf(question: Question) {
  if ('choices' in question) return question.choices
  const isOwn = question.type === 'criterion' && typeof question.scale !== 'string'
  return isOwn ? question.scale.steps : []
}

/** Only a default that is written as it is: what a calculation will give is not known here. */
function isDefaultRefused(question: Question): boolean {
  const start = question.default
  if (start === undefined || isRef(start) || isCall(start)) return false
  const value = asAnswer(question, start)
  if (!isFilled(value)) return false
  return !checkAnswer(question, value).ok || !fits(value, testsOfAnswer(question))
}

function isNoAnswerFit(question: Question): boolean {
  const rules = (question.constraints ?? [])
    .map(({ test }) => ({ test, rule: readRule(test, question) }))
    .filter(({ rule }) => isJudged(rule))
  if (rules.length === 0) return false
  const tests = rules.map(({ test }) => test)
  const tried = answersToTry(
    question,
    rules.flatMap(({ rule }) => numbersOf(rule)),
  )
  return !tried.some((value) => checkAnswer(question, value).ok && fits(value, tests))
}

/** A pattern, a day and what is written hold more answers than can be tried. */
function isJudged({ kind }: AnswerRule): boolean {
  return !['pattern', 'written', 'not-future', 'not-past', 'not-below', 'not-above'].includes(kind)
}

function numbersOf(rule: AnswerRule): readonly number[] {
  if (rule.kind === 'between') return [rule.low, rule.high]
  return 'count' in rule ? [rule.count] : []
}

/** Rules are made of limits: if any answer fits, one that stands on a limit does. */
function answersToTry(question: Question, limits: readonly number[]): readonly Json[] {
  if (question.type === 'number') {
    return [...limits, question.min, question.max].filter((limit) => limit !== undefined)
  }
  if (question.type === 'multiple') {
    const codes = question.choices.map(({ code }) => code)
    return codes.map((_, at) => codes.slice(0, at + 1))
  }
  return [1, ...limits].map((count) => '1'.repeat(Math.min(Math.max(count, 1), 1_000)))
}

/** The constraints that read the answer alone, whatever the day. */
function testsOfAnswer({ constraints = [] }: Question): readonly Expr[] {
  return constraints
    .map(({ test }) => test)
    .filter((test) => refsOf(test).length === 0 && !readsDay(test))
}

function readsDay(expr: Expr): boolean {
  return isCall(expr) && (expr.fn === 'today' || expr.of.some(readsDay))
}

function fits(value: Json, tests: readonly Expr[]): boolean {
  const scope = {
    read: (id: string) => (id === SELF ? value : null),
    rows: () => [],
    today: undefined,
  }
  return tests.every((test) => holds(evaluateExpr(test, scope)))
}
