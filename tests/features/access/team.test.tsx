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
