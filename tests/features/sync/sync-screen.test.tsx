// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { SyncStatus } from '#data/workspace.ts'
import { PhotoJourney } from '#features/sync/photo-journey.tsx'
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

test('photos are told apart: how many, how much is there, why they stop, whose are awaited', async () => {
  const { workspace } = await open()
  const status: SyncStatus = {
    ...workspace.sync.status(),
    photos: {
      waiting: 2,
      totalBytes: 900_000,
      sentBytes: 300_000,
      sending: { kind: 'failed', error: 'offline' },
    },
    expectedPhotos: ['a'.repeat(64)],
  }
  showAt(workspace, <PhotoJourney status={status} />, '/envois')
  const photos = screen.getByRole('region', { name: 'Photos en route' })
  expect(photos.textContent).toMatch(
    /Photos à envoyer\s: 2\. Déjà chez le serveur\s: 300\sko sur 900\sko/,
  )
  expect(photos.textContent).toMatch(/Le serveur ne répond pas/)
  expect(photos.textContent).toMatch(/Photos d’autres appareils, pas encore reçues.*\s: 1/)
  cleanup()
  showAt(workspace, <PhotoJourney status={workspace.sync.status()} />, '/envois')
  expect(screen.queryByRole('region')).toBeNull()
})
