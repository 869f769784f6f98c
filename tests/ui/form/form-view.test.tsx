// @vitest-environment jsdom
import { cleanup, render, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import type { Answers, Question } from '#domain/form/form.ts'
import { buildCriterion, buildForm, buildSection } from '#tests/builders/build-form.ts'
import { FormView } from '#ui/form/form-view.tsx'
import { firstOf } from '#ui/use-gradual.ts'

afterEach(cleanup)

const drafts = {
  get: () => undefined,
  put: () => Promise.resolve(),
  drop: () => Promise.resolve(),
}
const sections = ['a', 'b'].map((id) =>
  buildSection(
    id,
    Array.from({ length: 30 }, (_, at) => buildCriterion(`${id}${at}`)),
  ),
)

it('draws the first rows of a long form at once, and all of them soon after', async () => {
  const given: string[] = []
  const show = (answers: Answers) => (
    <FormView
      form={form}
      answers={answers}
      onAnswer={(question: Question) => {
        given.push(question.id)
        return Promise.resolve(true)
      }}
      onFailure={() => undefined}
      drafts={drafts}
      draftKey="test"
    />
  )
  const form = buildForm([], { sections })
  const { container } = render(show(new Map()))
  const bars = () => container.querySelectorAll('[role="radiogroup"]')
  expect(bars().length).toBeLessThan(60)
  await waitFor(() => expect(bars()).toHaveLength(60))
  const last = bars()[59]?.querySelector('input')
  if (last) await userEvent.click(last)
  expect(given).toEqual(['b29'])
})

it('draws at once down to the question one comes back to', () => {
  const { container } = render(
    <FormView
      form={buildForm([], { sections })}
      answers={new Map()}
      upTo="b25"
      onAnswer={() => Promise.resolve(true)}
      onFailure={() => undefined}
      drafts={drafts}
      draftKey="test"
    />,
  )
  expect(container.querySelector('[data-question="b25"]')).toBeTruthy()
  expect(container.querySelector('[data-question="b26"]')).toBeNull()
})

it('keeps the order and cuts one section only', () => {
  expect(firstOf(sections, 35).map(({ questions }) => questions.length)).toEqual([30, 5])
  expect(firstOf(sections, 30).map(({ id }) => id)).toEqual(['a'])
  const [empty] = [buildSection('empty', [])]
  expect(firstOf([...sections, empty], 60).map(({ id }) => id)).toEqual(['a', 'b', 'empty'])
})
