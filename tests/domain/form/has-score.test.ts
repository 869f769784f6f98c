import { expect, test } from 'vitest'
import { scoreHas, shownMean } from '#domain/form/has-score.ts'
import { scoreForm } from '#domain/form/score-form.ts'
import { buildAnswers, buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const form = buildForm(['a', 'b', 'c', 'd'].map((id) => buildCriterion(id, { scale: 'has' })))

test('the star is worth 4; NC and RI leave the mean', () => {
  const { total } = scoreHas(form, buildAnswers({ a: 'star', b: '2', c: 'nc', d: 'ri' }))
  expect(total).toMatchObject({ kind: 'rated', mean: 3, n: 2, met: 1, points: 6 })
})

test('a criterion not yet rated makes the mean incomplete', () => {
  const { total } = scoreHas(form, buildAnswers({ a: '4', b: '4', c: '3' }))
  expect(total).toMatchObject({ kind: 'incomplete', missing: ['d'], n: 3 })
})

test('where nothing is concerned there is no mean', () => {
  const { total } = scoreHas(form, buildAnswers({ a: 'nc', b: 'nc', c: 'ri', d: 'nc' }))
  expect(total).toMatchObject({ kind: 'not-applicable', mean: undefined })
})

test('the mean is shown with two decimals cut, not rounded', () => {
  expect(shownMean({ points: 11, n: 3 })).toBe(3.66)
  expect(shownMean({ points: 23, n: 10 })).toBe(2.3)
  expect(shownMean({ points: 399, n: 100 })).toBe(3.99)
  expect(shownMean({ points: 0, n: 0 })).toBeUndefined()
})

test('the HAS scale is not mixed with the conformity rate', () => {
  const answers = buildAnswers({ a: '4', b: '1', c: '2', d: '3' })
  expect(scoreForm(form, answers).total).toMatchObject({ kind: 'not-applicable', n: 0 })
})
