// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { recordId } from '#domain/shared/ids.ts'
import { handTabletOver, takeTabletBack } from '#features/tracers/alone/alone-lock.ts'
import { HOLD_MS } from '#features/tracers/alone/hold-to-leave.tsx'
import { TracersRoutes } from '#features/tracers/routes.tsx'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Bel-Étang', kind: 'mas', places: 45 },
}
const CONSENT = {
  'consent.givenOn': '2026-11-24',
  'consent.by': 'person',
  'consent.mode': 'written',
  'consent.recordedBy': 'camille',
}

afterEach(() => {
  cleanup()
  takeTabletBack()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function openAlone(step: string, more: TestRecord['fields'] = CONSENT) {
  localStorage.clear()
  const record: TestRecord = {
    id: 'tracer-1',
    type: 'tracer',
    fields: {
      form: 'tracer-person',
      formVersion: 1,
      round: 1,
      heldOn: '2026-11-24',
      status: 'draft',
      author: 'camille',
      ...more,
    },
  }
  const opened = await openTestWorkspace({ records: [HOME, record] })
  if (step === 'alone') handTabletOver('tracer-1')
  showAt(opened.workspace, <TracersRoutes />, `/traceurs/tracer-1?etape=${step}`)
  const fields = () => opened.workspace.replica.get(recordId('tracer-1'))?.fields ?? {}
  return { ...opened, fields, user: userEvent.setup() }
}

describe('a person who answers alone on the tablet', () => {
  it('is not asked before the agreement is noted', async () => {
    await openAlone('person', {})
    expect(screen.queryByRole('button', { name: 'Passer la tablette' })).toBeNull()
    cleanup()
    await openAlone('alone', {})
    expect(screen.queryByRole('button', { name: 'Commencer' })).toBeNull()
    expect(screen.getByRole('navigation', { name: 'Étapes du traceur' })).toBeTruthy()
  })

  it('answers a face at a time, each kept at once and none of them a rating', async () => {
    const { user, fields } = await openAlone('person')
    await user.click(screen.getByRole('radio', { name: 'Un proche l’aide' }))
    await user.click(screen.getByRole('button', { name: 'Passer la tablette' }))
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Commencer' }))
    expect(screen.getByRole('button', { name: 'Suivant' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('radio', { name: 'Un peu' }))
    await waitFor(() => expect(fields()['own.P1']).toBe('so-so'))
    await user.click(screen.getByRole('button', { name: 'Suivant' }))
    await user.click(screen.getByRole('radio', { name: 'Je ne veux pas répondre' }))
    await waitFor(() =>
      expect(fields()).toMatchObject({
        'own.P2': 'declined',
        ownHelper: 'relative',
        ownOn: '2026-11-24',
      }),
    )
    expect(fields()['answers.P1']).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Retour' }))
    expect(screen.getByRole('radio', { name: 'Un peu' })).toHaveProperty('checked', true)
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(screen.getByRole('heading', { name: 'C’est la pause.' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Continuer' }))
    expect(screen.getByText('Question 1 sur 6')).toBeTruthy()
  })

  it('goes on at the first question without an answer after the tablet went out', async () => {
    await openAlone('alone', { ...CONSENT, 'own.P1': 'yes', 'own.P2': 'unknown' })
    expect(screen.getByText('Question 3 sur 6')).toBeTruthy()
  })

  it('gives the app back to who holds the button for three seconds, not to a tap', async () => {
    await openAlone('alone')
    const leave = screen.getByRole('button', { name: /appuyer 3 secondes/ })
    vi.useFakeTimers()
    fireEvent.pointerDown(leave)
    act(() => void vi.advanceTimersByTime(HOLD_MS - 1))
    fireEvent.pointerUp(leave)
    act(() => void vi.advanceTimersByTime(HOLD_MS))
    expect(screen.getByRole('button', { name: 'Commencer' })).toBeTruthy()
    fireEvent.keyDown(leave, { key: 'Enter' })
    act(() => void vi.advanceTimersByTime(HOLD_MS))
    vi.useRealTimers()
    expect(await screen.findByRole('navigation', { name: 'Étapes du traceur' })).toBeTruthy()
  })

  it('hears the question where the device has a voice of its own, and sees no button else', async () => {
    await openAlone('alone')
    expect(screen.queryByRole('button', { name: 'Écouter' })).toBeNull()
    cleanup()
    const said: string[] = []
    class Utterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [{ lang: 'fr-FR', localService: true }],
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      cancel: () => undefined,
      speak: ({ text }: Utterance) => said.push(text),
    })
    const { user } = await openAlone('alone')
    await user.click(screen.getByRole('button', { name: 'Écouter' }))
    expect(said[0]).toContain('Prenez votre temps.')
  })

  it('is read by the officer as said, beside both views', async () => {
    await openAlone('views', { ...CONSENT, 'own.P1': 'no', ownOn: '2026-11-24' })
    expect(screen.getByRole('cell', { name: 'Non' })).toBeTruthy()
    expect(screen.getByText(/n’entrent dans aucun score/)).toBeTruthy()
  })
})
