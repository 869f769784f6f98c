import { expect, test } from 'vitest'
import type { Form } from '#domain/form/form.ts'
import { scoreHas } from '#domain/form/has-score.ts'
import { selfEpidemic } from '#domain/form/library/self-epidemic.ts'
import { selfMaturity } from '#domain/form/library/self-maturity.ts'
import { selfRisks } from '#domain/form/library/self-risks.ts'
import { selfShortell } from '#domain/form/library/self-shortell.ts'
import { scoreForm } from '#domain/form/score-form.ts'

/** Every criterion of a form answered alike. */
function allAnswered(form: Form, code: string) {
  return new Map(form.sections.flatMap(({ questions }) => questions.map(({ id }) => [id, code])))
}

test('maturity is read in five levels: all at « exemplaire » is 5, by section too', () => {
  const { total, sections } = scoreHas(selfMaturity, allAnswered(selfMaturity, '5'))
  expect(total).toMatchObject({ kind: 'rated', mean: 5 })
  expect(sections.map(({ score }) => score.mean)).toEqual([5, 5, 5, 5])
})

test('Shortell gives each of its four dimensions a mean of its own', () => {
  const answers = allAnswered(selfShortell, '4')
  for (const { id } of selfShortell.sections[2]?.questions ?? []) answers.set(id, '1')
  const { sections } = scoreHas(selfShortell, answers)
  expect(sections.map(({ score }) => score.mean)).toEqual([4, 4, 1, 4])
})

test('the state of risks gives a rate by domain, and « en cours » counts half', () => {
  const answers = allAnswered(selfRisks, 'in-place')
  for (const { id } of selfRisks.sections[0]?.questions ?? []) answers.set(id, 'under-way')
  const { sections } = scoreForm(selfRisks, answers)
  expect(sections).toHaveLength(selfRisks.sections.length)
  expect(sections.map(({ score }) => (score.kind === 'rated' ? score.rate : undefined))).toEqual(
    selfRisks.sections.map((_, at) => (at === 0 ? 0.5 : 1)),
  )
})

test('the epidemic plan is incomplete until every line is answered, then rated', () => {
  const answers = allAnswered(selfEpidemic, 'in-place')
  expect(scoreForm(selfEpidemic, answers).total).toMatchObject({ kind: 'rated', rate: 1 })
  const [first = ''] = answers.keys()
  answers.delete(first)
  expect(scoreForm(selfEpidemic, answers).total.kind).toBe('incomplete')
})
