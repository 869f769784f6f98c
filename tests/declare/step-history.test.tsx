// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeclareApp } from '#declare/declare-app.tsx'
import { startTexts } from '#declare/use-texts.ts'
import { buildWorld, TOKEN } from './phone-world.ts'

beforeEach(async () => {
  localStorage.clear()
  history.replaceState(null, '', `/declarer#${TOKEN}`)
  await startTexts()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(cleanup)

async function openPhone() {
  const world = await buildWorld()
  render(<DeclareApp phone={await world.startPhone()} scanned={TOKEN} />)
  const user = userEvent.setup()
  return {
    press: async (name: RegExp) => user.click(await screen.findByRole('button', { name })),
    choose: async (name: RegExp) => user.click(await screen.findByRole('radio', { name })),
  }
}

test('the Back button of the phone goes one step back, and what was answered is still there', async () => {
  const phone = await openPhone()
  await phone.press(/Non, je déclare/)
  await phone.press(/Chute/)
  await phone.choose(/Des soins en plus/)
  await phone.press(/Continuer/)
  await screen.findByRole('heading', { name: /Quelques détails/ })

  history.back()
  await screen.findByRole('heading', { name: /Et pour la personne/ })
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Des soins/ }).checked).toBe(true)
  history.back()
  await screen.findByRole('heading', { name: /Que s’est-il passé/ })
  history.back()
  await screen.findByRole('heading', { name: /Quelqu’un est en danger/ })

  history.go(3)
  await screen.findByRole('heading', { name: /Quelques détails/ })
  expect(location.pathname).toBe('/declarer')
  expect(JSON.stringify(history.state)).toBe('{"depth":3}')
})

test('« Retour » and the Back button lead to the same place', async () => {
  const phone = await openPhone()
  await phone.press(/Non, je déclare/)
  await phone.press(/Chute/)
  await phone.press(/Retour/)
  await screen.findByRole('heading', { name: /Que s’est-il passé/ })
  await vi.waitFor(() => expect(history.state).toEqual({ depth: 1 }))
  history.back()
  await screen.findByRole('heading', { name: /Quelqu’un est en danger/ })
})

test('the code does not go away with the Back button', async () => {
  const phone = await openPhone()
  await phone.press(/Non, je déclare/)
  await phone.press(/Chute/)
  await phone.choose(/Des soins en plus/)
  await phone.press(/Continuer/)
  await phone.press(/Continuer/)
  await phone.choose(/Personne/)
  await phone.press(/Envoyer/)
  await screen.findByRole('heading', { name: /Merci/ })
  await vi.waitFor(() => expect(history.state).toEqual({ depth: 1 }))
  const seen: unknown[] = []
  window.addEventListener('popstate', ({ state }) => seen.push(state))
  history.back()
  await vi.waitFor(() => expect(seen).toEqual([null, { depth: 1 }]))
  screen.getByRole('heading', { name: /Merci/ })
})
