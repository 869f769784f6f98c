// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ChoiceBar } from '#ui/choice-bar.tsx'

const OPTIONS = [
  { code: 'yes', label: 'Oui', tone: 'ok' },
  { code: 'partly', label: 'En partie', tone: 'watch' },
  { code: 'no', label: 'Non', tone: 'alert' },
] as const

function Answering({ onAnswer }: { onAnswer: (code: string) => void }) {
  const [value, setValue] = useState<string>()
  return (
    <ChoiceBar
      label="Cotation du critère C3"
      options={OPTIONS}
      value={value}
      onChange={(code) => {
        onAnswer(code)
        setValue(code)
      }}
    />
  )
}

function renderAnswering() {
  const answers: string[] = []
  render(<Answering onAnswer={(code) => answers.push(code)} />)
  return answers
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

describe('the answers to a criterion', () => {
  afterEach(cleanup)

  it('nothing is chosen until someone chooses', () => {
    renderAnswering()
    expect(screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('one tap answers', async () => {
    const answers = renderAnswering()
    await userEvent.click(radio('Non'))
    expect(answers).toEqual(['no'])
    expect(radio('Non').checked).toBe(true)
  })

  it('tapping the chosen answer again does not clear it', async () => {
    const answers = renderAnswering()
    await userEvent.click(radio('Non'))
    await userEvent.click(radio('Non'))
    expect(radio('Non').checked).toBe(true)
    expect(answers).toEqual(['no'])
  })

  it('the arrows move from one answer to the next', async () => {
    const answers = renderAnswering()
    await userEvent.click(radio('Oui'))
    await userEvent.keyboard('{ArrowDown}')
    expect(answers).toEqual(['yes', 'partly'])
  })
})
