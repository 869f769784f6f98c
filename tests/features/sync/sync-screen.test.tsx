// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SyncRoutes } from '#features/sync/routes.tsx'
import { showAt } from '#tests/features/show-at.tsx'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

afterEach(cleanup)

async function open() {
  const opened = await openTestWorkspace({
    records: [
      { id: HOME_1, type: 'site', fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 } },
    ],
  })
  return { ...opened, show: () => showAt(opened.workspace, <SyncRoutes />, '/envois') }
}

const AUDIT = {
  form: 'audit-medication',
  formVersion: 1,
  round: 1,
  heldOn: '2026-11-24',
  status: 'draft',
}

test('what waits is named with its home and its count, and leaves when the server has it', async () => {
  const { workspace, server, show } = await open()
  server.offline = true
  const { id } = await workspace.writer.create('audit', HOME_1, AUDIT)
  await workspace.writer.set(id, { 'answers.A1': 'yes' })
  await workspace.sync.now()
  show()
  const waiting = screen.getByRole('region', { name: 'En attente' })
  const [item] = within(waiting).getAllByRole('listitem')
  expect(item?.textContent).toMatch(/Audit, Circuit du médicament.*Les Acomats.*2 saisies/)
  expect(screen.getByText(/Le serveur ne répond pas/)).toBeTruthy()
  expect(screen.queryByText(/Le serveur a confirmé/)).toBeNull()

  server.offline = false
  await userEvent.click(screen.getByRole('button', { name: 'Essayer maintenant' }))
  expect(await screen.findByText(/Le serveur a confirmé la réception de tout/)).toBeTruthy()
  expect(within(waiting).queryByRole('listitem')).toBeNull()
})

test('what waits for a person is counted, and leads to where it is settled', async () => {
  const { workspace, server, show } = await open()
  server.refuse = () => 'forbidden'
  await workspace.writer.create('action', HOME_1, { title: 'Refaire les étiquettes' })
  await workspace.sync.now()
  show()
  expect(screen.getByText('1 point à revoir')).toBeTruthy()
  await userEvent.click(screen.getByRole('link', { name: /À revoir/ }))
  const aside = screen.getByRole('region', { name: 'Mis de côté par le serveur' })
  expect(within(aside).getByText(/Votre rôle ne permet pas d’écrire/)).toBeTruthy()
  expect(within(aside).getByText('Refaire les étiquettes')).toBeTruthy()
})
