import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { call, ref } from '#domain/form/expr.ts'
import { nonConformities, scoreForm } from '#domain/form/score-form.ts'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
} from '#tests/builders/build-form.ts'

const four = buildForm(['C1', 'C2', 'C3', 'C4'].map((id) => buildCriterion(id)))

/** A grid of up to 12 criteria with weights, and an answer or none for each. */
const filled = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 4 }),
      answer: fc.constantFrom('yes', 'partial', 'no', 'na', undefined),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => ({
    form: buildForm(rows.map(({ weight }, index) => buildCriterion(`C${index}`, { weight }))),
    answers: buildAnswers(
      Object.fromEntries(
        rows.flatMap(({ answer }, index) => (answer ? [[`C${index}`, answer]] : [])),
      ),
    ),
  }))

describe('conformity rate', () => {
  test('« en partie » counts half', () => {
    const { total } = scoreForm(
      four,
      buildAnswers({ C1: 'yes', C2: 'partial', C3: 'no', C4: 'yes' }),
    )
    expect(total).toMatchObject({ kind: 'rated', rate: 0.625, won: 2.5, outOf: 4, n: 4 })
  })

  test('« non applicable » leaves both sums', () => {
    const { total } = scoreForm(four, buildAnswers({ C1: 'yes', C2: 'na', C3: 'no', C4: 'na' }))
    expect(total).toMatchObject({ kind: 'rated', rate: 0.5, n: 2 })
  })

  test('a weight counts on both sides', () => {
    const form = buildForm([buildCriterion('heavy', { weight: 3 }), buildCriterion('light')])
    const { total } = scoreForm(form, buildAnswers({ heavy: 'no', light: 'yes' }))
    expect(total).toMatchObject({ kind: 'rated', rate: 0.25, n: 2 })
  })

  test('an unanswered criterion makes the audit incomplete, and names itself', () => {
    const { total } = scoreForm(four, buildAnswers({ C1: 'yes', C2: 'no', C4: 'na' }))
    expect(total).toMatchObject({ kind: 'incomplete', missing: ['C3'], answeredScore: 0.5, n: 2 })
  })

  test('nothing answered has no rate at all', () => {
    expect(scoreForm(four, buildAnswers({})).total).toMatchObject({
      kind: 'incomplete',
      answeredScore: undefined,
      n: 0,
    })
  })

  test('a grid where nothing applies is not rated', () => {
    const all = { C1: 'na', C2: 'na', C3: 'na', C4: 'na' }
    expect(scoreForm(four, buildAnswers(all)).total.kind).toBe('not-applicable')
  })

  test('a blocking criterion answered « non » is named, the rate stays what it is', () => {
    const form = buildForm([buildCriterion('E4', { blocking: true }), buildCriterion('E5')])
    const { total } = scoreForm(form, buildAnswers({ E4: 'no', E5: 'yes' }))
    expect(total).toMatchObject({ rate: 0.5, blockedBy: ['E4'] })
  })

  test('the rate is never rounded', () => {
    const three = buildForm(['a', 'b', 'c'].map((id) => buildCriterion(id)))
    const { total } = scoreForm(three, buildAnswers({ a: 'yes', b: 'no', c: 'no' }))
    expect(total).toMatchObject({ rate: 1 / 3 })
  })

  test('a question that is not asked is neither missing nor counted', () => {
    const form = buildForm([
      buildCriterion('a'),
      buildCriterion('b', { relevance: call('=', ref('a'), 'yes') }),
    ])
    expect(scoreForm(form, buildAnswers({ a: 'no', b: 'yes' })).total).toMatchObject({
      kind: 'rated',
      rate: 0,
      n: 1,
    })
  })

  test('the total pools the sections, it is not the mean of their rates', () => {
    const form = buildForm([], {
      sections: [
        buildSection('short', [buildCriterion('s')]),
        buildSection(
          'long',
          ['x', 'y', 'z'].map((id) => buildCriterion(id)),
        ),
      ],
    })
    const scored = scoreForm(form, buildAnswers({ s: 'no', x: 'yes', y: 'yes', z: 'yes' }))
    expect(scored.total).toMatchObject({ rate: 0.75 })
    expect(scored.sections.map(({ score }) => score)).toMatchObject([{ rate: 0 }, { rate: 1 }])
  })

  test('whatever the answers, the sums stay in bounds and every criterion is accounted for', () => {
    fc.assert(
      fc.property(filled, ({ form, answers }) => {
        const { total, sections } = scoreForm(form, answers)
        expect(total.won).toBeGreaterThanOrEqual(0)
        expect(total.won).toBeLessThanOrEqual(total.outOf)
        expect(sections.reduce((sum, { score }) => sum + score.won, 0)).toBe(total.won)
        const missing = total.kind === 'incomplete' ? total.missing.length : 0
        const notApplicable = [...answers.values()].filter((answer) => answer === 'na').length
        expect(total.n + missing + notApplicable).toBe(form.sections[0]?.questions.length)
      }),
    )
  })

  test('doing better never lowers the rate', () => {
    fc.assert(
      fc.property(filled, ({ form, answers }) => {
        const before = scoreForm(form, answers).total
        const better = scoreForm(
          form,
          new Map([...answers].map(([id, answer]) => [id, answer === 'no' ? 'partial' : answer])),
        ).total
        expect(better.won).toBeGreaterThanOrEqual(before.won)
        expect(better.outOf).toBe(before.outOf)
      }),
    )
  })
})

test('non-conformities come in the order of the grid, « en partie » included', () => {
  const found = nonConformities(
    four,
    buildAnswers({ C4: 'no', C1: 'partial', C2: 'yes', C3: 'na' }),
  )
  expect(found.map(({ id }) => id)).toEqual(['C1', 'C4'])
})
