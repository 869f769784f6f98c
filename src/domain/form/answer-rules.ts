import type { Text } from '../shared/text.ts'
import { call, type Expr, isCall, isRef, ref, SELF } from './expr.ts'
import type { Constraint, NumberQuestion, Question } from './form.ts'

/**
 * What an answer must satisfy, as someone who knows no expression says it. `written` is a rule that says
 * more than these and is shown as it is written.
 */
export type AnswerRule =
  | { readonly kind: 'between'; readonly low: number; readonly high: number }
  | { readonly kind: CountedRule; readonly count: number }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'not-future' | 'not-past' }
  /** Compared with the answer of another question; holds while that one has none. */
  | { readonly kind: ComparedRule; readonly question: string }
  | { readonly kind: 'written'; readonly test: Expr }

/** At least or at most a number, a length, a count of choices; so many figures and nothing else. */
export type CountedRule =
  | 'at-least'
  | 'at-most'
  | 'length-least'
  | 'length-most'
  | 'digits'
  | 'choices-least'
  | 'choices-most'
export type ComparedRule = 'not-below' | 'not-above'
export type RuleKind = AnswerRule['kind']

const MOMENTS = ['not-future', 'not-past'] as const

/** What may be asked of the answers of a type, the most usual first; any may have a written rule. */
export function ruleKindsOf({ type }: Pick<Question, 'type'>): readonly RuleKind[] {
  switch (type) {
    case 'number':
      return ['between', 'at-least', 'at-most', 'not-below', 'not-above', 'written']
    case 'text':
    case 'code':
      return ['length-most', 'length-least', 'digits', 'pattern', 'written']
    case 'date':
    case 'datetime':
      return [...MOMENTS, 'not-below', 'not-above', 'written']
    case 'time':
      return ['not-below', 'not-above', 'written']
    case 'multiple':
      return ['choices-most', 'choices-least', 'written']
    case 'criterion':
    case 'single':
      return ['written']
    default:
      return []
  }
}

const self = ref(SELF)

/** The test of a rule: `exprOfRule({ kind: 'at-most', count: 5 })` is `. <= 5`. */
export function exprOfRule(rule: AnswerRule): Expr {
  switch (rule.kind) {
    case 'between':
      return call('and', call('>=', self, rule.low), call('<=', self, rule.high))
    case 'at-least':
      return call('>=', self, rule.count)
    case 'at-most':
      return call('<=', self, rule.count)
    case 'length-least':
      return call('>=', call('length', self), rule.count)
    case 'length-most':
      return call('<=', call('length', self), rule.count)
    case 'digits':
      return call('matches', self, `[0-9]{${rule.count}}`)
    case 'pattern':
      return call('matches', self, rule.pattern)
    case 'choices-least':
      return call('>=', call('count', self), rule.count)
    case 'choices-most':
      return call('<=', call('count', self), rule.count)
    // A comparison with a missing answer is false: only its contrary leaves the answer alone.
    case 'not-future':
      return call('not', call('>', call('days-between', call('today'), self), 0))
    case 'not-past':
      return call('not', call('<', call('days-between', call('today'), self), 0))
    case 'not-below':
      return call('not', call('<', self, ref(rule.question)))
    case 'not-above':
      return call('not', call('>', self, ref(rule.question)))
    case 'written':
      return rule.test
  }
}

/**
 * The rule a test says, for a type that knows it; `written` when it says more. `as` reads it as it is being
 * typed: what is on its way to another rule does not become a simpler one at some letter.
 */
export function readRule(
  test: Expr,
  question: Pick<Question, 'type'>,
  as?: RuleKind | undefined,
): AnswerRule {
  if (as === 'written') return { kind: 'written', test }
  const pattern = patternIn(test)
  if (as === 'pattern' && pattern !== undefined) return { kind: 'pattern', pattern }
  const kinds = ruleKindsOf(question)
  const found = candidates(test).find(({ kind }) => kinds.includes(kind))
  return found ?? { kind: 'written', test }
}

function candidates(test: Expr): readonly AnswerRule[] {
  const text = JSON.stringify(test)
  const count = numberIn(test)
  const [first, second] = bothOf(test)
  const low = readBound(first, '>=')
  const high = readBound(second, '<=')
  const question = comparedIn(test)
  const pattern = patternIn(test)
  const all: readonly AnswerRule[] = [
    ...(low !== undefined && high !== undefined ? [{ kind: 'between' as const, low, high }] : []),
    ...(count === undefined ? [] : COUNTED.map((kind) => ({ kind, count }))),
    ...(question === undefined
      ? []
      : (['not-below', 'not-above'] as const).map((kind) => ({ kind, question }))),
    ...(pattern === undefined ? [] : [{ kind: 'pattern' as const, pattern }]),
    ...MOMENTS.map((kind) => ({ kind })),
  ]
  const same = all.filter((rule) => JSON.stringify(exprOfRule(rule)) === text)
  return [...same, ...asImported(test)]
}

const COUNTED: readonly CountedRule[] = [
  'at-least',
  'at-most',
  'length-least',
  'length-most',
  'digits',
  'choices-least',
  'choices-most',
]

/** As forms from elsewhere write them: `. <= today()`. */
function asImported(test: Expr): readonly AnswerRule[] {
  if (!isCall(test)) return []
  const [left, right] = test.of
  const isToday = isCall(right ?? null) && (right as { fn: string }).fn === 'today'
  if (!isSelf(left) || !isToday) return []
  if (test.fn === '<=') return [{ kind: 'not-future' }]
  return test.fn === '>=' ? [{ kind: 'not-past' }] : []
}

function bothOf(test: Expr): readonly Expr[] {
  return isCall(test) && test.fn === 'and' && test.of.length === 2 ? test.of : []
}

function readBound(test: Expr | undefined, sign: '>=' | '<='): number | undefined {
  if (test === undefined || !isCall(test) || test.fn !== sign || !isSelf(test.of[0]))
    return undefined
  const [, bound] = test.of
  return typeof bound === 'number' ? bound : undefined
}

function isSelf(expr: Expr | undefined): boolean {
  return expr !== undefined && isRef(expr) && expr.ref === SELF
}

function numberIn(test: Expr): number | undefined {
  if (!isCall(test)) return undefined
  const [, second] = test.of
  if (typeof second === 'number') return second
  const digits = typeof second === 'string' ? /^\[0-9\]\{(\d{1,3})\}$/.exec(second)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

function comparedIn(test: Expr): string | undefined {
  const [inside = null] = isCall(test) && test.fn === 'not' ? test.of : []
  const [, other = null] = isCall(inside) ? inside.of : []
  return isRef(other) && other.ref !== SELF ? other.ref : undefined
}

function patternIn(test: Expr): string | undefined {
  const [, pattern] = isCall(test) && test.fn === 'matches' ? test.of : []
  return typeof pattern === 'string' ? pattern : undefined
}

/** What is proposed to be said when the rule does not hold; one's own words may take its place. */
export function messageOfRule(rule: AnswerRule): Text {
  switch (rule.kind) {
    case 'between':
      return {
        fr: `Entre ${inFrench(rule.low)} et ${inFrench(rule.high)}.`,
        en: `Between ${rule.low} and ${rule.high}.`,
      }
    case 'at-least':
      return { fr: `Au moins ${inFrench(rule.count)}.`, en: `At least ${rule.count}.` }
    case 'at-most':
      return { fr: `Au plus ${inFrench(rule.count)}.`, en: `At most ${rule.count}.` }
    case 'length-least':
      return {
        fr: `Au moins ${some(rule.count, 'signe')}.`,
        en: `At least ${some(rule.count, 'character')}.`,
      }
    case 'length-most':
      return {
        fr: `Au plus ${some(rule.count, 'signe')}.`,
        en: `At most ${some(rule.count, 'character')}.`,
      }
    case 'digits':
      return {
        fr: `${some(rule.count, 'chiffre')}, sans espace.`,
        en: `${some(rule.count, 'digit')}, no space.`,
      }
    case 'choices-least':
      return {
        fr: `Au moins ${some(rule.count, 'réponse')}.`,
        en: `At least ${some(rule.count, 'answer')}.`,
      }
    case 'choices-most':
      return {
        fr: `Au plus ${some(rule.count, 'réponse')}.`,
        en: `At most ${some(rule.count, 'answer')}.`,
      }
    case 'not-future':
      return { fr: 'Cette date est dans l’avenir.', en: 'This date is in the future.' }
    case 'not-past':
      return { fr: 'Cette date est passée.', en: 'This date is in the past.' }
    case 'not-below':
      return {
        fr: `Pas moins que la réponse à ${rule.question}.`,
        en: `Not less than the answer to ${rule.question}.`,
      }
    case 'not-above':
      return {
        fr: `Pas plus que la réponse à ${rule.question}.`,
        en: `Not more than the answer to ${rule.question}.`,
      }
    case 'pattern':
    case 'written':
      return { fr: 'Cette réponse ne convient pas.', en: 'This answer does not fit.' }
  }
}

type Bounds = Pick<NumberQuestion, 'min' | 'max'>

/**
 * The rule that repeats the bounds of a number to say them in one's own words; a number without bounds keeps
 * the words for those it will have. Undefined when the bounds are said in the product's.
 */
export function boundsRule(question: NumberQuestion): Constraint | undefined {
  const test = JSON.stringify(boundsExpr(question))
  return question.constraints?.find((each) => JSON.stringify(each.test) === test)
}

/** The question with other bounds, or another thing said of them; an empty message takes the rule off. */
export function withBounds(
  question: NumberQuestion,
  bounds: { readonly [K in keyof Bounds]: Bounds[K] | undefined },
  message: Text | undefined = boundsRule(question)?.message,
): NumberQuestion {
  const known = boundsRule(question)
  const { min: _, max: __, constraints = [], ...rest } = question
  const next: NumberQuestion = {
    ...rest,
    ...(bounds.min === undefined ? {} : { min: bounds.min }),
    ...(bounds.max === undefined ? {} : { max: bounds.max }),
  }
  const isSaid = message !== undefined && (message.fr.trim() !== '' || message.en.trim() !== '')
  const rule = isSaid ? [{ test: boundsExpr(next), message }] : []
  const others = constraints.filter((each) => each !== known)
  const all = [...rule, ...others]
  return all.length > 0 ? { ...next, constraints: all } : next
}

function boundsExpr({ min, max }: Bounds): Expr {
  if (min !== undefined && max !== undefined) {
    return exprOfRule({ kind: 'between', low: min, high: max })
  }
  if (min !== undefined) return exprOfRule({ kind: 'at-least', count: min })
  return max === undefined ? true : exprOfRule({ kind: 'at-most', count: max })
}

function inFrench(value: number): string {
  return String(value).replace('.', ',').replace('-', '−')
}

function some(count: number, word: string): string {
  return `${count} ${word}${count > 1 ? 's' : ''}`
}
