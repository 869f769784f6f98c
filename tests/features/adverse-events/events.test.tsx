// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Role } from '#domain/rights/rights.ts'
import { siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { AdverseEventsRoutes } from '#features/adverse-events/routes.tsx'
import { HOME_1, HOME_2, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { startI18n } from '#ui/i18n.ts'

const NOW = Date.parse('2026-11-24T14:00:00Z')

const SITES: TestRecord[] = [
  {
    id: HOME_1,
    type: 'site',
    fields: { name: 'Les Acomats', kind: 'ehpad', 'units.u1.name': 'Alamanda' },
  },
  { id: HOME_2, type: 'site', fields: { name: 'Bel-Étang', kind: 'mas' } },
]

function buildEvent(id: string, fields: Fields = {}, scope = HOME_1): TestRecord {
  return {
    id,
    type: 'adverse-event',
    scope,
    fields: {
      reference: `2026-${id}`,
      unit: 'u1',
      occurredOn: '2026-11-23',
      declaredOn: '2026-11-23',
      identity: 'confidential',
      form: 'declare-event',
      formVersion: 1,
      'answers.family': 'fall',
      'answers.gravity': 'serious',
      'answers.details': ['fall-wet-floor'],
      'answers.facts': 'Trouvée assise au sol près du lit.',
      status: 'declared',
      ...fields,
    },
  }
}

async function openEvents(role: Role, records: TestRecord[], path = '/evenements') {
  const test = await openTestWorkspace({ role, records: [...SITES, ...records], now: NOW })
  render(
    <WorkspaceContext value={test.workspace}>
      <MemoryRouter initialEntries={[path]}>
        <AdverseEventsRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return { ...test, user: userEvent.setup() }
}

beforeEach(async () => {
  await startI18n('fr')
  Element.prototype.scrollIntoView = vi.fn()
})
afterEach(cleanup)

const rows = () =>
  within(screen.getByRole('list', { name: 'Liste des événements' })).queryAllByRole('link')

test('each tab holds the events of one state, with their count', async () => {
  const { user } = await openEvents('quality-lead', [
    buildEvent('e1'),
    buildEvent('e2', { 'answers.family': 'medication' }),
    buildEvent('e3', { status: 'closed', 'answers.family': 'meal' }),
  ])
  expect(rows()).toHaveLength(2)
  const tabs = within(screen.getByRole('navigation', { name: 'État des événements' }))
  expect(tabs.getAllByRole('link').map((tab) => tab.textContent)).toEqual([
    'À trier 2',
    'En analyse 0',
    'À répondre 0',
    'À clore 0',
    'Clos 1',
  ])
  await user.click(tabs.getByRole('link', { name: /Clos/ }))
  expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Repas')])
})

test('the gravest is first, and a triage past three days is late in words', async () => {
  await openEvents('quality-lead', [
    buildEvent('e1', { 'answers.gravity': 'discomfort' }),
    buildEvent('e2', { 'answers.family': 'medication', declaredOn: '2026-11-19' }),
  ])
  const [first, second] = rows()
  expect(first?.textContent).toContain('Médicament')
  expect(first?.textContent).toContain('Tri en retard de 2 jours')
  expect(second?.textContent).toContain('Chute')
})

test('the list narrows to one home, and the address says which', async () => {
  const { user } = await openEvents('officer', [
    buildEvent('e1'),
    buildEvent('e2', { 'answers.family': 'violence' }, HOME_2),
  ])
  expect(rows()).toHaveLength(2)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Établissement' }), 'Bel-Étang')
  expect(rows()).toHaveLength(1)
  expect(rows()[0]?.getAttribute('href')).toContain(`etablissement=${HOME_2}`)
})

test('the quality lead keeps the triage: the gravity proposed becomes the one settled', async () => {
  const { user, workspace } = await openEvents('quality-lead', [buildEvent('e1')], '/evenements/e1')
  expect(screen.getByText(/Gravité proposée.*4, Critique/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Garder le tri' }))
  await screen.findByText(/Gravité fixée au tri/)
  const [event] = workspace.replica.list('adverse-event')
  expect(event?.fields).toMatchObject({ status: 'triaged', gravity: 4 })
})

test('gravity and frequency move by steps, are saved at once, and give the criticality', async () => {
  const { user, workspace } = await openEvents('quality-lead', [buildEvent('e1')], '/evenements/e1')
  await user.click(screen.getByRole('button', { name: /Diminuer.*Gravité|Gravité.*moins/i }))
  await screen.findByText(/Gravité fixée au tri.*3, Majeur/)
  for (let step = 0; step < 4; step++) {
    await user.click(screen.getByRole('button', { name: /Augmenter.*Fréquence|Fréquence.*plus/i }))
  }
  await screen.findByText(/Criticité 12.*non acceptable/)
  // Shown only once the last tap is on disk: the taps before it do not speak for it.
  await screen.findByText(/Enregistré à/)
  expect(workspace.replica.list('adverse-event')[0]?.fields).toMatchObject({
    gravity: 3,
    frequency: 4,
  })
})

test('the answer is kept while typed and becomes one operation with its state', async () => {
  const { user, workspace } = await openEvents(
    'quality-lead',
    [buildEvent('e1', { status: 'triaged' })],
    '/evenements/e1',
  )
  await user.type(screen.getByRole('textbox', { name: /Votre réponse/ }), 'La personne va bien.')
  await waitFor(() => expect(workspace.drafts.get('answer:e1')).toBe('La personne va bien.'))
  expect(workspace.replica.list('adverse-event')[0]?.fields.answer).toBeUndefined()
  await user.click(screen.getByRole('button', { name: 'Répondre au déclarant' }))
  await waitFor(() =>
    expect(workspace.replica.list('adverse-event')[0]?.fields).toMatchObject({
      answer: 'La personne va bien.',
      status: 'answered',
    }),
  )
  await waitFor(() => expect(workspace.drafts.get('answer:e1')).toBeUndefined())
})

test('a director reads, and is offered nothing to change', async () => {
  await openEvents('director', [buildEvent('e1', { answer: 'Merci.' })], '/evenements/e1')
  expect(screen.getByText('« Trouvée assise au sol près du lit. »', { exact: false })).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('spinbutton')).toBeNull()
  const names = screen.getAllByRole('button').map((button) => button.textContent)
  expect(names).toEqual(['Évités de justesse seulement', 'Fiche PDF'])
})

test('a name is shown only from a record this device was given', async () => {
  const declarant: TestRecord = {
    id: 'd1',
    type: 'declarant',
    fields: { event: 'e1', name: 'Jeanne L.', contact: 'poste 41' },
  }
  await openEvents('quality-lead', [buildEvent('e1'), declarant], '/evenements/e1')
  expect(screen.getByText('Jeanne L.')).toBeDefined()
  cleanup()
  await openEvents('director', [buildEvent('e1'), declarant], '/evenements/e1')
  expect(screen.queryByText(/Jeanne/)).toBeNull()
  expect(screen.getByText(/seul le référent qualité peut connaître le nom/)).toBeDefined()
  cleanup()
  await openEvents('quality-lead', [buildEvent('e1', { identity: 'anonymous' })], '/evenements/e1')
  expect(screen.getByText(/ni nom, ni heure/)).toBeDefined()
})

test('an event becomes an action in one tap, without its account', async () => {
  const { user, workspace } = await openEvents('officer', [buildEvent('e1')], '/evenements/e1')
  await user.click(screen.getByRole('button', { name: 'En faire une action' }))
  const link = await screen.findByRole('link', { name: /Suites de l’événement 2026-e1/ })
  const [action] = workspace.replica.list('action')
  expect(link.getAttribute('href')).toBe(`/actions/${action?.id}`)
  expect(action?.fields).toMatchObject({
    source: 'adverse-event',
    sourceRecord: 'e1',
    status: 'todo',
    createdOn: '2026-11-24',
    dueOn: '2026-12-24',
  })
  expect(JSON.stringify(action?.fields)).not.toContain('Trouvée')
})

test('an event that is not here says so; a porteur reads no account', async () => {
  await openEvents('officer', [buildEvent('e1')], '/evenements/unknown')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(
    'n’est pas sur cet appareil',
  )
  cleanup()
  await openEvents('porteur', [])
  expect(screen.getByText(/pas leur récit/)).toBeDefined()
})

test('a declaring person reads what became of this device’s declarations', async () => {
  const test = await openTestWorkspace({ role: 'declarant', now: NOW })
  await test.server.write('receipt', siteId(test.profile.device), 'r1', {
    reference: '2026-014',
    status: 'answered',
    receivedOn: '2026-11-20',
    answer: 'La personne va bien.',
  })
  await test.workspace.sync.now()
  render(
    <WorkspaceContext value={test.workspace}>
      <MemoryRouter initialEntries={['/evenements']}>
        <AdverseEventsRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  expect(screen.getByRole('heading', { name: '2026-014' })).toBeDefined()
  expect(screen.getByText(/La personne va bien/)).toBeDefined()
})

test('one tap on the matrix settles gravity and frequency together', async () => {
  const { user, workspace } = await openEvents('quality-lead', [buildEvent('e1')], '/evenements/e1')
  await user.click(screen.getByRole('radio', { name: 'gravité 3, fréquence 4, criticité 12' }))
  await screen.findByText(/Criticité 12.*non acceptable/)
  await waitFor(() =>
    expect(workspace.replica.list('adverse-event')[0]?.fields).toMatchObject({
      gravity: 3,
      frequency: 4,
    }),
  )
})

test('a near declaration is suggested as the same, set aside in one tap, and taken back', async () => {
  const { user, workspace } = await openEvents(
    'quality-lead',
    [buildEvent('e1'), buildEvent('e2', { occurredOn: '2026-11-22' })],
    '/evenements/e1',
  )
  const fields = () => workspace.replica.list('adverse-event').find(({ id }) => id === 'e1')?.fields
  await user.click(screen.getByRole('button', { name: /C’est le même que 2026-e2/ }))
  await screen.findByText('Ces faits sont ceux de 2026-e2.')
  expect(fields()?.duplicateOf).toBe('e2')
  await user.click(screen.getByRole('button', { name: 'Ce n’est pas le même' }))
  await waitFor(() => expect(fields()?.duplicateOf ?? null).toBeNull())
})

test('the board narrows to what was narrowly avoided', async () => {
  const { user } = await openEvents('quality-lead', [
    buildEvent('e1'),
    buildEvent('e2', { 'answers.gravity': 'near-miss', 'answers.family': 'meal' }),
  ])
  await user.click(screen.getByRole('button', { name: /Évités de justesse seulement/ }))
  await waitFor(() => expect(rows()).toHaveLength(1))
  expect(rows()[0]?.textContent).toContain('évité de justesse')
})

test('the scales of the dispositif are said on the sheet', async () => {
  await openEvents(
    'director',
    [
      { id: 'dispositif', type: 'dispositif', fields: { 'scale.gravity.4': 'Très grave' } },
      buildEvent('e1', { gravity: 4 }),
    ],
    '/evenements/e1',
  )
  expect(screen.getByText(/Gravité fixée au tri.*4, Très grave/)).toBeDefined()
})
