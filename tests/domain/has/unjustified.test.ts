import { expect, it } from 'vitest'
import { asksWhy, unjustified } from '#domain/has/unjustified.ts'
import { buildAnswers, buildCriterion, buildForm } from '#tests/builders/build-form.ts'

const form = buildForm([
  buildCriterion('a', { scale: 'has' }),
  buildCriterion('b', { scale: 'has' }),
  buildCriterion('c', { scale: 'has' }),
  buildCriterion('d', { scale: 'yes-no-na' }),
])

it('« non concerné » asks for its reason, « non applicable » of another scale does not', () => {
  const answers = buildAnswers({ a: 'nc', b: 'nc', c: '4', d: 'na' })
  const comments = new Map([
    ['a', 'Aucune pharmacie ici'],
    ['b', '  '],
  ])
  expect(unjustified(form, { answers, comments }).map(({ id }) => id)).toEqual(['b'])
  expect(asksWhy({ scale: 'has' }, 'ri')).toBe(false)
})
