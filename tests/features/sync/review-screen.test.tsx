// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SyncRoutes } from '#features/sync/routes.tsx'
import { showAt } from '#tests/features/show-at.tsx'
import {
  DISPOSITIF,
  HOME_1,
  openTestWorkspace,
  type TestOptions,
} from '#tests/support/workspace.ts'

afterEach(cleanup)

const RECORDS = [
  { id: HOME_1, type: 'site' as const, fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 } },
  { id: 'ben', type: 'person' as const, fields: { role: 'quality-lead', sites: [HOME_1] } },
]

/** Camille's tablet and Ben's, that wrote `mine` and `theirs` on one action before they met. */
async function disagreement(
  base: Record<string, string>,
  mine: Record<string, string>,
  theirs: Record<string, string>,
  options: TestOptions = {},
) {
  const ana = await openTestWorkspace({ ...options, records: RECORDS })
  await ana.server.write('action', HOME_1, 'a1', { title: 'Refaire les étiquettes', ...base })
  await ana.workspace.sync.now()
  const ben = await openTestWorkspace({ server: ana.server, now: ana.clock.now() + 60_000 })
  const [record] = ana.workspace.replica.list('action')
  if (!record) throw new Error('No action')
  await ana.server.write('device', DISPOSITIF, ben.profile.device, {
    person: 'ben',
    label: 'Poste',
  })
  await ana.workspace.writer.set(record.id, mine)
  await ben.workspace.writer.set(record.id, theirs)
  for (const { workspace } of [ana, ben, ana, ben]) await workspace.sync.now()
  return {
    ...ana,
    ben,
    id: record.id,
    show: () => showAt(ana.workspace, <SyncRoutes />, '/a-revoir'),
  }
}

test('a disagreement is settled in two taps: the value, then the dock that says what it keeps', async () => {
  const { workspace, id, show } = await disagreement(
    { dueOn: '2026-12-01' },
    { dueOn: '2026-12-15' },
    { dueOn: '2026-11-30' },
  )
  show()
  expect(screen.getByText(/Deux valeurs pour « Échéance/)).toBeTruthy()
  expect(screen.getByText(/Action, Refaire les étiquettes, Les Acomats/)).toBeTruthy()
  expect(screen.getByText('Vous, chargé de mission')).toBeTruthy()
  const theirs = screen.getByText('30 nov. 2026').closest('label')
  expect(theirs?.textContent).toMatch(/référent qualité.*Poste, Les Acomats.*24 nov/)

  await userEvent.click(screen.getByRole('radio', { name: /15 déc. 2026/ }))
  await userEvent.click(screen.getByRole('button', { name: /^Garder.:.15 déc. 2026$/ }))
  expect(await screen.findByText(/Aucun désaccord/)).toBeTruthy()
  expect(workspace.replica.get(id)?.fields.dueOn).toBe('2026-12-15')
})

test('of two versions of a text, a third is proposed, marked where they differ, and can be corrected', async () => {
  const { workspace, id, show } = await disagreement(
    { finding: 'Étiquettes effacées.' },
    { finding: 'Étiquettes effacées. Vues le 10.' },
    { finding: 'Trois Étiquettes effacées.' },
  )
  show()
  expect(
    [...document.querySelectorAll('mark')].map(({ textContent }) => textContent?.trim()),
  ).toEqual(['Trois', 'Vues le 10.'])
  const joined = screen.getByRole('radio', { name: /Trois Étiquettes effacées. Vues le 10./ })
  await userEvent.click(joined)
  const field = screen.getByRole('textbox', { name: /Corriger avant de garder/ })
  await userEvent.type(field, ' À refaire.')
  await userEvent.click(screen.getByRole('button', { name: 'Garder le texte réuni' }))
  await screen.findByText(/Aucun désaccord/)
  expect(workspace.replica.get(id)?.fields.finding).toBe(
    'Trois Étiquettes effacées. Vues le 10. À refaire.',
  )
})

test('who may not write sees both values, and who can settle', async () => {
  const first = await disagreement(
    { dueOn: '2026-12-01' },
    { dueOn: '2026-12-15' },
    { dueOn: '2026-11-30' },
  )
  const director = await openTestWorkspace({
    server: first.server,
    role: 'director',
    sites: [HOME_1],
  })
  showAt(director.workspace, <SyncRoutes />, '/a-revoir')
  expect(screen.getByText('15 déc. 2026')).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText('Peuvent le régler : chargé de mission, référent qualité.')).toBeTruthy()
})

test('words set aside say what to do, are written again, or closed with a reason', async () => {
  const { workspace, server } = await openTestWorkspace({ records: RECORDS })
  server.refuse = ({ kind }) => (kind === 'create' ? 'too-large' : undefined)
  await workspace.writer.create('action', HOME_1, { title: 'Refaire les étiquettes' })
  await workspace.writer.create('action', HOME_1, { title: 'Un doublon' })
  await workspace.sync.now()
  server.refuse = () => undefined
  showAt(workspace, <SyncRoutes />, '/a-revoir')
  const [first] = screen.getAllByRole('listitem')
  if (!first) throw new Error('Nothing set aside')
  expect(within(first).getByText(/écrivez-les en plusieurs fois/)).toBeTruthy()
  await userEvent.click(within(first).getByRole('button', { name: 'Écrire à nouveau' }))
  await screen.findByText('1 saisie')
  await userEvent.click(screen.getByRole('button', { name: 'Classer sans suite' }))
  await userEvent.type(screen.getByRole('textbox', { name: /Pour quelle raison/ }), 'Doublon')
  await userEvent.click(screen.getByRole('button', { name: /Classer, le journal/ }))
  await workspace.sync.now()
  expect(workspace.sync.status()).toMatchObject({ setAside: [], waiting: [], allSent: true })
  expect([...server.records.values()].map(({ f }) => f.title?.v)).toContain(
    'Refaire les étiquettes',
  )
})
