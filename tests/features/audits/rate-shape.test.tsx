// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { scoreForm } from '#domain/form/score-form.ts'
import '#features/audits/routes.tsx'
import { RateShape } from '#features/audits/rate-shape.tsx'
import { ScoreChart } from '#features/audits/score-chart.tsx'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
} from '#tests/builders/build-form.ts'

afterEach(cleanup)

/** Sections of so many criteria, the first of each not met, and what is expected of each. */
function scored(sizes: readonly number[], targets: readonly number[] = []) {
  const sections = sizes.map((size, at) => {
    const criteria = Array.from({ length: size }, (_, each) => buildCriterion(`s${at}c${each}`))
    const target = targets[at]
    return { ...buildSection(`s${at}`, criteria), ...(target !== undefined && { target }) }
  })
  const form = buildForm([], { sections, target: 0.9 })
  const answers = buildAnswers(
    Object.fromEntries(
      sections.flatMap(({ questions }) =>
        questions.map(({ id }) => [id, id.endsWith('c0') ? 'no' : 'yes']),
      ),
    ),
  )
  return { form, score: scoreForm(form, answers) }
}

function show(sizes: readonly number[]) {
  render(<RateShape {...scored(sizes)} />)
}

it('an audit has its shape when three sections count ten criteria or more', () => {
  show([10, 12, 10, 2])
  const figure = screen.getByRole('figure')
  expect(within(figure).getAllByText('9 sur 10').length).toBeGreaterThan(0)
  expect(within(figure).getAllByText('11 sur 12').length).toBeGreaterThan(0)
  expect(
    within(figure).getAllByText('1 sur 2, effectif trop petit pour un taux').length,
  ).toBeGreaterThan(0)
})

it('small sections have no shape: a rate of nine criteria is noise', () => {
  show([10, 12, 9, 9])
  expect(screen.queryByRole('figure')).toBeNull()
})

it('a section held to more than the whole has its own target, drawn and said', () => {
  render(<ScoreChart {...scored([10, 12], [0.95])} before={undefined} />)
  const figure = screen.getByRole('figure')
  expect(within(figure).getAllByText(/^9 sur 10, attendu 95\s%$/).length).toBeGreaterThan(0)
  expect(within(figure).getAllByText(/^11 sur 12, attendu 90\s%$/).length).toBeGreaterThan(0)
  expect(within(figure).getByText('Tirets : la cible de la ligne')).toBeTruthy()
  expect(figure.querySelectorAll('line[x1="95%"]')).toHaveLength(1)
  cleanup()
  render(<ScoreChart {...scored([10, 12])} before={undefined} />)
  expect(screen.getByText(/^Cible : 90\s%$/)).toBeTruthy()
  expect(screen.queryByText(/attendu/)).toBeNull()
})
