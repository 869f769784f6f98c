// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { scoreForm } from '#domain/form/score-form.ts'
import '#features/audits/routes.tsx'
import { RateShape } from '#features/audits/rate-shape.tsx'
import {
  buildAnswers,
  buildCriterion,
  buildForm,
  buildSection,
} from '#tests/builders/build-form.ts'

afterEach(cleanup)

/** Sections of so many criteria, the first of each not met. */
function show(sizes: readonly number[]) {
  const sections = sizes.map((size, at) =>
    buildSection(
      `s${at}`,
      Array.from({ length: size }, (_, each) => buildCriterion(`s${at}c${each}`)),
    ),
  )
  const form = buildForm([], { sections })
  const answers = buildAnswers(
    Object.fromEntries(
      sections.flatMap(({ questions }) =>
        questions.map(({ id }) => [id, id.endsWith('c0') ? 'no' : 'yes']),
      ),
    ),
  )
  render(<RateShape form={form} score={scoreForm(form, answers)} />)
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
