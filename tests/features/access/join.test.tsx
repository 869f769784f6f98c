// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BrowserRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { currentProfile, listProfiles } from '#data/profiles.ts'
import { AccessRoutes } from '#features/access/routes.tsx'

const reopened = vi.hoisted(() => ({ times: 0 }))
vi.mock('#features/access/reopen-app.ts', () => ({
  reopenApp: () => {
    reopened.times += 1
  },
}))

const requests: { path: string; body: unknown }[] = []
let answer: () => Response

beforeEach(() => {
  reopened.times = 0
  requests.length = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    requests.push({ path, body: JSON.parse(String(init.body)) })
    return answer()
  })
})
afterEach(cleanup)

function enrolled(device: string, name: string) {
  return Response.json({
    device,
    token: `token-of-${device}`,
    person: { id: `person-${device}`, name, role: 'officer' },
    dispositif: { id: 'dispositif', name: 'Dispositif Nord', timeZone: 'America/Guadeloupe' },
    sites: ['home-1'],
    posters: [],
    epoch: 'epoch-1',
  })
}

function open(address: string) {
  history.replaceState(null, '', address)
  return render(
    <BrowserRouter>
      <AccessRoutes />
    </BrowserRouter>,
  )
}

test('the code of a link fills the field and leaves the address bar at once', async () => {
  answer = () => enrolled('device-1', 'Camille Nérée')
  open('/rejoindre#7K2QF9XB4M')
  expect(await screen.findByRole('textbox', { name: /^Code/ })).toHaveProperty(
    'value',
    '7K2QF 9XB4M',
  )
  expect(location.hash).toBe('')
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir cet appareil' }))
  await vi.waitFor(() => expect(reopened.times).toBe(1))
  expect(requests).toEqual([
    { path: '/v1/enrol', body: { code: '7K2QF9XB4M', label: 'Poste du bureau' } },
  ])
  expect((await currentProfile())?.person.name).toBe('Camille Nérée')
})

test('a code typed as it was heard is read as it was meant', async () => {
  answer = () => Response.json({ error: { kind: 'code-refused' } }, { status: 403 })
  open('/rejoindre')
  const join = screen.getByRole<HTMLButtonElement>('button', { name: 'Ouvrir cet appareil' })
  expect(join.disabled).toBe(true)
  await userEvent.type(screen.getByRole('textbox', { name: /^Code/ }), '7k2qf-oil4m')
  await userEvent.click(screen.getByRole('button', { name: 'Tablette' }))
  await userEvent.click(join)
  expect(await screen.findByText(/inconnu, déjà utilisé ou trop ancien/)).toBeTruthy()
  expect(requests[0]?.body).toEqual({ code: '7K2QF0114M', label: 'Tablette' })
  expect(reopened.times).toBe(0)
})

test('without a network the screen says that the code stays valid', async () => {
  answer = () => {
    throw new TypeError('no network')
  }
  open('/rejoindre#7K2QF9XB4M')
  await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir cet appareil' }))
  expect(await screen.findByText(/Le code reste valable/)).toBeTruthy()
})

test('a browser already in use offers to open that person or to add one', async () => {
  answer = () => enrolled('device-2', 'Awa Morel')
  open('/rejoindre#7K2QF9XB4M')
  await screen.findByText(/Déjà sur cet appareil/)
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir cet appareil' }))
  await vi.waitFor(() => expect(reopened.times).toBe(1))
  expect(await listProfiles()).toHaveLength(2)
  cleanup()
  open('/personnes')
  await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir pour Camille Nérée' }))
  await vi.waitFor(() => expect(reopened.times).toBe(2))
  expect((await currentProfile())?.person.name).toBe('Camille Nérée')
})
