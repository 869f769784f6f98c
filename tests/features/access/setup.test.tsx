// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccessRoutes } from '#features/access/routes.tsx'
import { setupRequest } from '#protocol/access.ts'

const sent = new Map<string, unknown>()
let refusals: Record<string, string>

beforeEach(() => {
  localStorage.clear()
  sent.clear()
  refusals = {}
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.set(path, JSON.parse(String(init.body)))
    const kind = refusals[path]
    if (kind) return Response.json({ error: { kind } }, { status: 403 })
    if (path === '/v1/setup') {
      return Response.json({ porteurCode: 'AAAAABBBBB', officerCode: 'CCCCCDDDDD' })
    }
    return Response.json({
      device: 'device-1',
      token: 'token',
      person: { id: 'porteur', name: 'Solange Petit', role: 'porteur' },
      dispositif: { id: 'd', name: 'Dispositif Nord', timeZone: 'America/Guadeloupe' },
      sites: [],
      posters: [],
      epoch: 'epoch',
    })
  })
})
afterEach(cleanup)

function open(address = '/installation') {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <AccessRoutes />
    </MemoryRouter>,
  )
}

async function fill(label: RegExp, text: string) {
  await userEvent.click(screen.getByRole('textbox', { name: label }))
  await userEvent.paste(text)
}

async function fillAll() {
  await fill(/^Nom du dispositif/, 'Dispositif Nord')
  await fill(/^Porteur/, 'Solange Petit')
  await fill(/^Chargé de mission/, 'Maëlle Lacroix')
  await fill(/^Nom de l’établissement/, 'Les Acomats')
  await fill(/^Commune/, 'Les Abymes')
  await fill(/^Unités/, 'Gommier\nAcajou\n')
  await userEvent.type(screen.getByRole('spinbutton', { name: /^Places/ }), '84')
}

test('the first run creates the dispositif, opens this device for the porteur, shows the officer’s code', async () => {
  open()
  const create = screen.getByRole<HTMLButtonElement>('button', { name: 'Créer le dispositif' })
  await fillAll()
  expect(create.disabled).toBe(true)
  await fill(/^Code d’installation/, 'abcd-1234')
  await userEvent.click(create)

  expect(await screen.findByRole('heading', { name: 'Dispositif Nord est prêt' })).toBeTruthy()
  const officer = screen.getByRole('region', { name: 'Code du chargé de mission' })
  expect(within(officer).getByText('CCCCC DDDDD')).toBeTruthy()
  expect(screen.queryByText('AAAAA BBBBB')).toBeNull()
  const request = setupRequest.parse(sent.get('/v1/setup'))
  expect(request).toMatchObject({
    setupCode: 'abcd-1234',
    porteur: 'Solange Petit',
    officer: 'Maëlle Lacroix',
    sites: [{ name: 'Les Acomats', kind: 'ehpad', places: 84, units: ['Gommier', 'Acajou'] }],
  })
  expect(sent.get('/v1/enrol')).toMatchObject({ code: 'AAAAABBBBB' })
})

test('what was typed is found again after the page was closed, the setup code excepted', async () => {
  open()
  await fill(/^Nom du dispositif/, 'Dispositif Nord')
  await fill(/^Code d’installation/, 'secret')
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter un établissement' }))
  cleanup()
  open()
  expect(screen.getByRole('textbox', { name: /^Nom du dispositif/ })).toHaveProperty(
    'value',
    'Dispositif Nord',
  )
  expect(screen.getAllByRole('textbox', { name: /^Nom de l’établissement/ })).toHaveLength(2)
  expect(screen.getByRole('textbox', { name: /^Code d’installation/ })).toHaveProperty('value', '')
})

test('the link of the server’s terminal fills in the setup code', async () => {
  open('/installation#X2FSKMZ8HG')
  expect(screen.getByRole('textbox', { name: /^Code d’installation/ })).toHaveProperty(
    'value',
    'X2FSKMZ8HG',
  )
})

test('a wrong setup code keeps the answers and says where to read it', async () => {
  refusals = { '/v1/setup': 'code-refused' }
  open()
  await fillAll()
  await fill(/^Code d’installation/, 'wrong')
  await userEvent.click(screen.getByRole('button', { name: 'Créer le dispositif' }))
  expect(await screen.findByText(/Relisez-le dans le terminal/)).toBeTruthy()
  expect(screen.getByRole('textbox', { name: /^Commune/ })).toHaveProperty('value', 'Les Abymes')
})

test('when this device could not be enrolled, the porteur’s code is shown too', async () => {
  refusals = { '/v1/enrol': 'server-fault' }
  open()
  await fillAll()
  await fill(/^Code d’installation/, 'abcd')
  await userEvent.click(screen.getByRole('button', { name: 'Créer le dispositif' }))
  expect(await screen.findByText('AAAAA BBBBB')).toBeTruthy()
  refusals = {}
  await userEvent.click(screen.getByRole('button', { name: 'Ouvrir cet appareil pour le porteur' }))
  expect(await screen.findByRole('button', { name: 'Ouvrir Escale' })).toBeTruthy()
})
