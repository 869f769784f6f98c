// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { Answers, GroupQuestion } from '#domain/form/form.ts'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { FormView } from '#ui/form/form-view.tsx'
import { reportFailure } from '#ui/notices.ts'

const NO_DRAFTS = {
  get: () => undefined,
  put: () => Promise.resolve(),
  drop: () => Promise.resolve(),
}
const last: { answers: Answers } = { answers: new Map() }

function Filling({ group, fromPaper = false }: { group: GroupQuestion; fromPaper?: boolean }) {
  const [answers, setAnswers] = useState<Answers>(new Map())
  last.answers = answers
  return (
    <FormView
      form={buildForm([group])}
      answers={answers}
      fromPaper={fromPaper}
      onAnswer={() => Promise.resolve(true)}
      onAnswerAt={(key, value) => {
        setAnswers((before) => new Map(before).set(key, value))
        return Promise.resolve(true)
      }}
      onFailure={reportFailure}
      drafts={NO_DRAFTS}
      draftKey="test"
    />
  )
}

const group = (type: GroupQuestion['type']): GroupQuestion => ({
  id: 'rows',
  type,
  label: buildText('Lignes'),
  rowTitle: buildText('Ligne'),
  questions: [
    buildCriterion('product', { default: 'yes' }),
    buildCriterion('hands', { label: buildText('Les mains sont nues.') }),
  ],
})
const given = () => [...last.answers].map(([key, value]) => `${key.split('.')[2]} ${value}`).sort()

afterEach(cleanup)

it('a row one adds begins with its defaults', async () => {
  render(<Filling group={group('repeat')} />)
  await userEvent.click(await screen.findByRole('button', { name: /^Ajouter/ }))
  expect(given()).toEqual(['product yes'])
})

it('the next opportunity, which opens by itself, is nobody’s before its first answer', async () => {
  render(<Filling group={group('opportunities')} />)
  await userEvent.click(await screen.findByRole('button', { name: /^Ajouter/ }))
  const answerHands = async () => {
    const [, hands] = screen.getAllByRole('radiogroup')
    if (!hands) throw new Error('no row is open')
    await userEvent.click(within(hands).getByRole('radio', { name: 'Non' }))
  }
  await answerHands()
  // One row is answered, the next is open and empty.
  expect(given()).toEqual(['hands no', 'product yes'])
  await answerHands()
  expect(given()).toEqual(['hands no', 'hands no', 'product yes', 'product yes'])
})

it('a row typed in from paper begins with nothing', async () => {
  render(<Filling group={group('repeat')} fromPaper />)
  await userEvent.click(await screen.findByRole('button', { name: /^Ajouter/ }))
  expect(given()).toEqual([])
})
