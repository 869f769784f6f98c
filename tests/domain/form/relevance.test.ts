import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Condition } from '#domain/form/form.ts'
import { declareEvent } from '#domain/form/library/declare-event.ts'
import {
  isRelevant,
  visibleChoices,
  visibleQuestions,
  visibleSections,
} from '#domain/form/relevance.ts'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
} from '#tests/builders/build-form.ts'

const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({ op: fc.constant('answered' as const), question: fc.constantFrom('a', 'b') }),
    fc.record({
      op: fc.constantFrom('is' as const, 'includes' as const),
      question: fc.constantFrom('a', 'b'),
      code: fc.constantFrom('yes', 'no'),
    }),
    fc.record({
      op: fc.constant('at-least' as const),
      question: fc.constantFrom('a', 'b'),
      value: fc.integer({ min: 0, max: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie('node') }),
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
})).node

const value = fc.oneof(fc.constantFrom('yes', 'no', ''), fc.integer(), fc.constant(['yes']))
const answers = fc
  .record({ a: value, b: value }, { requiredKeys: [] })
  .map((given) => buildAnswers(given))

describe('conditions', () => {
  test('the contrary of a condition holds exactly when it does not', () => {
    fc.assert(
      fc.property(condition, answers, (each, given) => {
        expect(isRelevant({ op: 'not', of: each }, given)).toBe(!isRelevant(each, given))
      }),
    )
  })

  test('all and any follow each other by contraries', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 4 }), answers, (of, given) => {
        const negated = of.map((each) => ({ op: 'not', of: each }) as const)
        expect(isRelevant({ op: 'all', of }, given)).toBe(
          !isRelevant({ op: 'any', of: negated }, given),
        )
      }),
    )
  })

  test('an empty text and an empty list are no answer', () => {
    const answered = { op: 'answered', question: 'a' } as const
    expect(isRelevant(answered, buildAnswers({ a: '' }))).toBe(false)
    expect(isRelevant(answered, buildAnswers({ a: [] }))).toBe(false)
    expect(isRelevant(answered, buildAnswers({ a: 0 }))).toBe(true)
  })
})

describe('visible questions', () => {
  const form = buildForm([
    buildCriterion('a'),
    buildCriterion('b', { relevance: { op: 'is', question: 'a', code: 'yes' } }),
    buildCriterion('c', { relevance: { op: 'answered', question: 'b' } }),
  ])
  const ids = (given: Record<string, string>) =>
    visibleQuestions(form, buildAnswers(given)).map(({ id }) => id)

  test('a hidden question keeps its answer, yet decides nothing', () => {
    expect(ids({ a: 'yes', b: 'no' })).toEqual(['a', 'b', 'c'])
    expect(ids({ a: 'no', b: 'no' })).toEqual(['a'])
  })

  test('the order of the questions does not change who is hidden', () => {
    const upsideDown = {
      ...form,
      sections: [buildSection('A', form.sections[0]?.questions.toReversed() ?? [])],
    }
    expect(
      visibleQuestions(upsideDown, buildAnswers({ a: 'no', b: 'no' })).map(({ id }) => id),
    ).toEqual(['a'])
  })

  test('a section that does not apply disappears with its questions', () => {
    const withNight = buildForm([], {
      sections: [
        buildSection('day', [buildCriterion('a')]),
        buildSection('night', [buildCriterion('n')], {
          relevance: { op: 'is', question: 'a', code: 'yes' },
        }),
      ],
    })
    const seen = (a: string) =>
      visibleSections(withNight, buildAnswers({ a })).map(({ section }) => section.id)
    expect(seen('yes')).toEqual(['day', 'night'])
    expect(seen('no')).toEqual(['day'])
  })

  test('the details offered are those of the family chosen', () => {
    const details = declareEvent.sections
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === 'details')
    if (details?.type !== 'multiple') throw new Error('the declaration has lost its details')
    const offered = visibleChoices(details, buildAnswers({ family: 'fall' }))
    expect(offered.map(({ label }) => label.fr)).toContain('Sol mouillé')
    expect(offered.every(({ code }) => code.startsWith('fall-'))).toBe(true)
    expect(visibleChoices(details, buildAnswers({}))).toEqual([])
  })
})
