// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AccessRoutes } from '#features/access/routes.tsx'
import { showAt } from '#tests/features/show-at.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'

afterEach(cleanup)

const RECORDS: readonly TestRecord[] = [
  { id: HOME_1, type: 'site', fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 } },
  {
    id: 'person-1',
    type: 'person',
    fields: { name: 'Maëlle Lacroix', role: 'officer', sites: [HOME_1] },
  },
]

async function openTeam(role: 'porteur' | 'officer', reply: () => Response) {
  const { workspace } = await openTestWorkspace({ role, records: RECORDS })
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(JSON.parse(String(init.body)))
    return reply()
  })
  showAt(workspace, <AccessRoutes />, '/equipe')
  return asked
}

const invitation = () =>
  Response.json({ person: 'person-1', code: '7K2QF9XB4M', expiresAt: Date.UTC(2026, 10, 24, 18) })

test('the porteur makes a code for a person of the directory: code, link in the fragment, expiry', async () => {
  const asked = await openTeam('porteur', invitation)
  const list = screen.getByRole('region', { name: 'Personnes du dispositif' })
  expect(within(list).getByText(/Chargé de mission qualité, Les Acomats/)).toBeTruthy()
  await userEvent.click(
    within(list).getByRole('button', { name: 'Faire un code pour Maëlle Lacroix' }),
  )
  expect(await screen.findByText('7K2QF 9XB4M')).toBeTruthy()
  expect(screen.getByText(/rejoindre#7K2QF9XB4M$/)).toBeTruthy()
  expect(screen.getByText(/Valable jusqu’au 24 nov., 14:00/)).toBeTruthy()
  expect(asked).toEqual([{ person: { id: 'person-1' } }])
})

test('a new person is invited with a role and homes', async () => {
  const asked = await openTeam('porteur', invitation)
  const invite = screen.getByRole<HTMLButtonElement>('button', { name: 'Inviter et faire un code' })
  await userEvent.type(screen.getByRole('textbox', { name: /^Nom et prénom/ }), 'Awa Morel')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rôle' }), 'director')
  expect(invite.disabled).toBe(true)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Les Acomats' }))
  await userEvent.click(invite)
  await screen.findByText('Code pour Awa Morel, et pour un seul appareil')
  expect(asked).toEqual([{ person: { name: 'Awa Morel', role: 'director', sites: [HOME_1] } }])
})

test('without a network nothing is promised', async () => {
  await openTeam('porteur', () => {
    throw new TypeError('no network')
  })
  await userEvent.click(screen.getByRole('button', { name: 'Faire un code pour Maëlle Lacroix' }))
  expect(await screen.findByText('Le code n’a pas été fait')).toBeTruthy()
})

test('another role reads who to ask, and no list', async () => {
  await openTeam('officer', invitation)
  expect(screen.getByText(/Le porteur du dispositif invite/)).toBeTruthy()
  expect(screen.queryByText('Maëlle Lacroix')).toBeNull()
})

const TABLET = {
  device: 'tablet-9',
  label: 'Tablette bleue',
  role: 'officer',
  sites: [HOME_1],
} as const

/** The team screen of a porteur whose server knows one tablet of Maëlle Lacroix. */
async function openDevices(list: () => Promise<unknown>) {
  const { workspace } = await openTestWorkspace({ role: 'porteur', records: RECORDS })
  const asked: [string, unknown][] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push([url, init.body && JSON.parse(String(init.body))])
    return Response.json({ device: TABLET.device, person: 'person-1', sites: [] })
  })
  const care = { ...workspace.care, devices: list as typeof workspace.care.devices }
  showAt({ ...workspace, profile: workspace.profile, care }, <AccessRoutes />, '/equipe')
  return asked
}

test('the homes of a person are changed after saying what leaves their devices', async () => {
  const asked = await openDevices(async () => ({ ok: true, value: { devices: [] } }))
  expect(await screen.findByText(/Aucun appareil n’a encore rejoint/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Établissements de Maëlle Lacroix' }))
  const sheet = screen.getByRole('dialog')
  await userEvent.click(within(sheet).getByRole('checkbox', { name: 'Les Acomats' }))
  expect(within(sheet).getByText(/efface ce qu’il a reçu de : Les Acomats/)).toBeTruthy()
  await userEvent.click(within(sheet).getByRole('button', { name: /Enregistrer/ }))
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked).toEqual([['/v1/people/person-1/sites', { sites: [] }]])
})

test('access is withdrawn from a device in two taps, and the second says what it does', async () => {
  const device = { ...TABLET, person: 'person-1', missing: 3, revoked: false }
  const asked = await openDevices(async () => ({ ok: true, value: { devices: [device] } }))
  expect(await screen.findByText('Tablette bleue, Maëlle Lacroix')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /Retirer l’accès de l’appareil/ }))
  const dialog = screen.getByRole('alertdialog')
  expect(within(dialog).getByText(/accepté pendant 30 jours/)).toBeTruthy()
  expect(within(dialog).getByText(/3 saisies de cet appareil/)).toBeTruthy()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer l’accès' }))
  await vi.waitFor(() => expect(asked).toEqual([['/v1/devices/tablet-9/revoke', undefined]]))
})

test('without a network the list of devices says so, and is asked for again', async () => {
  const answers = [
    { ok: false, error: { kind: 'offline' } },
    { ok: true, value: { devices: [] } },
  ]
  await openDevices(async () => answers.shift())
  await userEvent.click(await screen.findByRole('button', { name: 'Demander à nouveau' }))
  expect(await screen.findByText(/Aucun appareil n’a encore rejoint/)).toBeTruthy()
})
