// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { startI18n } from '#ui/i18n.ts'
import { Stops } from '#ui/stops.tsx'

const DAY = [
  { id: 'a', title: 'Point avec la direction', state: 'done' },
  { id: 'b', title: 'Audit, circuit du médicament', state: 'here' },
  { id: 'c', title: 'CREX', state: 'ahead', stateLabel: 'cet après-midi' },
  { id: 'd', title: 'Retour au déclarant', state: 'late' },
] as const

describe('the line and its stops', () => {
  afterEach(cleanup)

  it('says the state of each stop in words', async () => {
    await startI18n('fr')
    render(<Stops label="Aujourd’hui" items={DAY} />)
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Point avec la direction, fait',
      'Audit, circuit du médicament, en cours',
      'CREX, cet après-midi',
      'Retour au déclarant, en retard',
    ])
  })

  it('marks the stop where one is', () => {
    render(<Stops label="Aujourd’hui" items={DAY} />)
    const here = screen
      .getAllByRole('listitem')
      .filter((stop) => stop.getAttribute('aria-current') === 'step')
    expect(here.map(({ textContent }) => textContent)).toEqual([
      'Audit, circuit du médicament, en cours',
    ])
  })
})
