import { expect, test } from 'vitest'
import {
  type AnswerRule,
  boundsRule,
  exprOfRule,
  messageOfRule,
  readRule,
  ruleKindsOf,
  withBounds,
} from '#domain/form/answer-rules.ts'
import { defaultAnswers } from '#domain/form/default-answers.ts'
import { call, type Expr, ref, SELF } from '#domain/form/expr.ts'
import type { NumberQuestion, Question } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { lintForm } from '#domain/form/lint-form.ts'
import { day } from '#domain/shared/day.ts'
import type { Json } from '#domain/shared/json.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'

const TODAY = day('2026-12-01')
const question = (type: string, more: object = {}) =>
  ({ id: 'Q', type, label: buildText('Q'), ...more }) as Question

/** The message said of an answer, undefined when it fits. */
function said(asked: Question, rule: AnswerRule, answers: Record<string, Json>) {
  const constraints = [{ test: exprOfRule(rule), message: messageOfRule(rule) }]
  const form = buildForm([
    { ...asked, constraints } as Question,
    question(asked.type, { id: 'other' }),
  ])
  return evaluateForm(form, new Map(Object.entries(answers)), TODAY).broken.get('Q')?.message.fr
}

const FITS: readonly (readonly [string, AnswerRule, Json, Json, string])[] = [
  ['number', { kind: 'between', low: 0, high: 9.5 }, 9.5, 10, 'Entre 0 et 9,5.'],
  ['number', { kind: 'at-least', count: -2 }, -2, -3, 'Au moins −2.'],
  ['number', { kind: 'at-most', count: 3 }, 3, 4, 'Au plus 3.'],
  ['text', { kind: 'length-least', count: 2 }, 'ab', 'a', 'Au moins 2 signes.'],
  ['text', { kind: 'length-most', count: 1 }, 'a', 'ab', 'Au plus 1 signe.'],
  ['text', { kind: 'digits', count: 5 }, '97110', '97 110', '5 chiffres, sans espace.'],
  ['code', { kind: 'pattern', pattern: 'B[0-9]+' }, 'B12', '12', 'Cette réponse ne convient pas.'],
  ['date', { kind: 'not-future' }, '2026-12-01', '2026-12-02', 'Cette date est dans l’avenir.'],
  [
    'datetime',
    { kind: 'not-past' },
    '2026-12-01T00:10',
    '2026-11-30T23:50',
    'Cette date est passée.',
  ],
]

test.each(FITS)(
  'a %s that must be %o takes %o and says what is wrong with %o',
  (type, rule, good, bad, words) => {
    const asked = question(type)
    expect(ruleKindsOf(asked)).toContain(rule.kind)
    expect(readRule(exprOfRule(rule), asked)).toEqual(rule)
    expect(said(asked, rule, { Q: good })).toBeUndefined()
    expect(said(asked, rule, { Q: bad })).toBe(words)
  },
)

test('a list takes so many choices', () => {
  const list = question('multiple', {
    choices: ['1', '2', '3'].map((code) => ({ code, label: buildText(code) })),
  })
  for (const [kind, good, bad] of [
    ['choices-most', ['1', '2'], ['1', '2', '3']],
    ['choices-least', ['1', '2'], ['1']],
  ] as const) {
    const rule = { kind, count: 2 }
    expect(readRule(exprOfRule(rule), list)).toEqual(rule)
    expect(said(list, rule, { Q: [...good] })).toBeUndefined()
    expect(said(list, rule, { Q: [...bad] })).toBeDefined()
  }
})

test('an answer compared with another one waits for it', () => {
  const rule: AnswerRule = { kind: 'not-below', question: 'other' }
  const asked = question('date')
  expect(readRule(exprOfRule(rule), asked)).toEqual(rule)
  expect(said(asked, rule, { Q: '2026-01-01' })).toBeUndefined()
  expect(said(asked, rule, { Q: '2026-01-01', other: '2026-01-01' })).toBeUndefined()
  expect(said(asked, rule, { Q: '2026-01-01', other: '2026-01-02' })).toBe(
    'Pas moins que la réponse à other.',
  )
})

test('a rule that says more, or one its type does not know, is shown as it is written', () => {
  const odd = call('=', call('mod', ref(SELF), 2), 0)
  expect(readRule(odd, question('number'))).toEqual({ kind: 'written', test: odd })
  const length = exprOfRule({ kind: 'length-most', count: 3 })
  expect(readRule(length, question('number'))).toEqual({ kind: 'written', test: length })
  const today: Expr = call('<=', ref(SELF), call('today'))
  expect(readRule(today, question('date'))).toEqual({ kind: 'not-future' })
})

test('the bounds of a number are said in one’s own words, which follow the bounds', () => {
  const words = buildText('Le service a 12 lits.')
  const beds: NumberQuestion = { id: 'Q', type: 'number', label: buildText('Lits'), min: 0 }
  const told = withBounds(beds, { min: 0, max: 12 }, words)
  expect(boundsRule(told)?.message).toEqual(words)
  const wider = withBounds(told, { min: 0, max: 20 })
  const broken = (value: number) =>
    evaluateForm(buildForm([wider]), new Map([['Q', value]])).broken.get('Q')?.message
  expect(broken(20)).toBeUndefined()
  expect(broken(21)).toEqual(words)
  // Emptied to be typed again, the bounds keep their words.
  const bare = withBounds(wider, { min: undefined, max: undefined })
  expect(bare).not.toHaveProperty('min')
  expect(boundsRule(withBounds(bare, { min: 1, max: undefined }))?.message).toEqual(words)
  expect(withBounds(wider, wider, buildText(''))).not.toHaveProperty('constraints')
})

const warned = (asked: Question) =>
  lintForm(buildForm([buildCriterion('A1'), asked])).map(({ kind }) => kind)
const withRules = (asked: Question, ...rules: readonly AnswerRule[]) =>
  ({
    ...asked,
    constraints: rules.map((rule) => ({ test: exprOfRule(rule), message: messageOfRule(rule) })),
  }) as Question

test('rules that leave no answer are found, and those that leave one are not', () => {
  const low = { kind: 'at-least', count: 10 } as const
  expect(warned(withRules(question('number'), low, { kind: 'at-most', count: 5 }))).toEqual([
    'no-answer-fits',
  ])
  expect(warned(withRules(question('number', { max: 5 }), low))).toEqual(['no-answer-fits'])
  expect(warned(withRules(question('number', { max: 10 }), low))).toEqual([])
  const digits = { kind: 'digits', count: 4 } as const
  expect(warned(withRules(question('text'), digits, { kind: 'length-most', count: 3 }))).toEqual([
    'no-answer-fits',
  ])
  expect(warned(withRules(question('text'), digits, { kind: 'length-most', count: 4 }))).toEqual([])
  const list = question('multiple', { choices: [{ code: '1', label: buildText('Un') }] })
  expect(warned(withRules(list, { kind: 'choices-least', count: 2 }))).toEqual(['no-answer-fits'])
})

test('a default its own question refuses, a scale that counts nothing, answers without words are said', () => {
  expect(warned(question('number', { default: 4, max: 3 }))).toEqual(['default-refused'])
  expect(warned(question('number', { default: 3, max: 3 }))).toEqual([])
  const short = { kind: 'length-most', count: 2 } as const
  expect(warned(withRules(question('text', { default: 'abc' }), short))).toEqual([
    'default-refused',
  ])
  expect(
    warned(withRules(question('date', { default: '2020-01-01' }), { kind: 'not-future' })),
  ).toEqual([])
  const steps = [{ code: '1', label: buildText(''), reading: 'met' as const }]
  expect(warned(buildCriterion('Q', { scale: { counts: 'rate', steps } }))).toEqual([
    'scale-not-counted',
    'answer-without-words',
  ])
  expect(warned(question('file', { accepts: ['application/pdf'] }))).toEqual(['file-not-taken'])
  expect(warned(question('file', { accepts: ['image/png'] }))).toEqual([])
})

test('several choices ticked in advance begin the form', () => {
  const choices = ['1', '2', '3'].map((code) => ({ code, label: buildText(code) }))
  const list = question('multiple', { choices, default: '1 3' })
  expect(defaultAnswers(buildForm([list]), TODAY).get('Q')).toEqual(['1', '3'])
  expect(warned(list)).toEqual([])
})
