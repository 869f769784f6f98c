// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Badge, keepAppBadge } from '#app/app-badge.ts'
import type { Role } from '#domain/rights/rights.ts'
import type { Fields } from '#domain/shared/json.ts'
import { AdverseEventsRoutes } from '#features/adverse-events/routes.tsx'
import { DISPOSITIF, HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { startI18n } from '#ui/i18n.ts'
import { showAt } from '../show-at.tsx'

// 10:00 in Guadeloupe.
const NOW = Date.parse('2026-11-24T14:00:00Z')

function buildRecords(fields: Fields = {}, dispositif: Fields = {}): TestRecord[] {
  return [
    { id: DISPOSITIF, type: 'dispositif', fields: { name: 'Escale Caraïbe', ...dispositif } },
    { id: HOME_1, type: 'site', fields: { name: 'Les Acomats', kind: 'ehpad' } },
    {
      id: 'e1',
      type: 'adverse-event',
      fields: {
        reference: 'EI-2026-BCDFG',
        occurredOn: '2026-11-23',
        occurredAt: '04:05',
        declaredOn: '2026-11-23',
        identity: 'confidential',
        form: 'declare-event',
        formVersion: 1,
        'answers.family': 'medication',
        'answers.gravity': 'serious',
        status: 'declared',
        ...fields,
      },
    },
  ]
}

async function open(role: Role, records: TestRecord[], at = '/evenements/e1') {
  const test = await openTestWorkspace({ role, records, now: NOW })
  showAt(test.workspace, <AdverseEventsRoutes />, at)
  const channels = () => within(screen.getByRole('region', { name: /Qui prévenir/ }))
  const fields = () => test.workspace.replica.list('adverse-event')[0]?.fields ?? {}
  return { ...test, user: userEvent.setup(), channels, fields }
}

beforeEach(() => startI18n('fr'))
afterEach(cleanup)

const CALLED = {
  'routing.categories': ['D04'],
  'sendings.s1': {
    channel: 'l331',
    step: 'alert',
    on: '2026-11-23',
    at: '04:40',
    how: 'phone',
    by: 'Astreinte',
  },
}

test('one answer of the triage opens the channel, its text and its delay', async () => {
  const { user, channels, fields } = await open('quality-lead', buildRecords())
  expect(channels().getByText(/le tri n’a pas encore dit/)).toBeDefined()
  await user.click(channels().getByRole('checkbox', { name: /Accident par erreur/ }))
  expect(await channels().findByRole('heading', { name: 'Dysfonctionnement grave' })).toBeDefined()
  expect(channels().getByText(/CASF L\.331-8-1/)).toBeDefined()
  expect(channels().getByText(/Sans délai, depuis 29.h/)).toBeDefined()
  expect(fields()['routing.categories']).toEqual(['D04'])
})

test('a proof is noted: when, how, by which function; the 48 hours then run from the call', async () => {
  const { user, channels, fields } = await open(
    'quality-lead',
    buildRecords({ 'routing.categories': ['D04'] }),
  )
  await user.click(
    channels().getByRole('button', { name: /Noter l’envoi.: Prévenir, par tout moyen/ }),
  )
  const sheet = within(screen.getByRole('dialog'))
  await user.click(sheet.getByRole('button', { name: 'Garder cette preuve' }))
  expect(sheet.getByText('Dites la fonction de qui a prévenu.')).toBeDefined()
  fireEvent.change(sheet.getByLabelText('Jour'), { target: { value: '2026-11-23' } })
  await waitFor(() => expect(sheet.getByLabelText('Jour')).toHaveProperty('value', '2026-11-23'))
  fireEvent.change(sheet.getByLabelText('Heure'), { target: { value: '04:40' } })
  await waitFor(() => expect(sheet.getByLabelText('Heure')).toHaveProperty('value', '04:40'))
  await user.type(sheet.getByLabelText(/Par \(fonction\)/), 'Cadre d’astreinte')
  await user.click(sheet.getByRole('button', { name: 'Garder cette preuve' }))
  expect(await channels().findByText(/Fait le 23 nov. 2026 à 04:40/)).toBeDefined()
  expect(channels().getByText(/Reste 18.h/)).toBeDefined()
  expect(channels().getByText(/avant 25 nov., 4:40/)).toBeDefined()
  const proofs = Object.entries(fields()).filter(([name]) => name.startsWith('sendings.'))
  expect(proofs.map(([, value]) => value)).toEqual([
    {
      channel: 'l331',
      step: 'alert',
      on: '2026-11-23',
      at: '04:40',
      how: 'phone',
      by: 'Cadre d’astreinte',
      reference: '',
    },
  ])
})

test('the board and the sheet both say the most pressing clock', async () => {
  await open('quality-lead', buildRecords(CALLED), '/evenements')
  const [row] = within(screen.getByRole('list', { name: 'Liste des événements' })).getAllByRole(
    'link',
  )
  expect(row?.textContent).toMatch(/Confirmer par écrit.: Reste 18.h/)
  expect(screen.getByRole('button', { name: /agenda/ })).toBeDefined()
})

test('a director reads the clocks and the documents, and is offered nothing to note', async () => {
  const { channels } = await open('director', buildRecords(CALLED))
  expect(channels().getByText(/Reste 18.h/)).toBeDefined()
  expect(channels().queryByRole('button', { name: /Noter/ })).toBeNull()
  expect(screen.getByRole('button', { name: /Document.: dysfonctionnement grave/ })).toBeDefined()
})

test('the reading taken is said beside the date it gives', async () => {
  const part1 = {
    channel: 'eigs',
    step: 'part1',
    on: '2026-11-24',
    at: '09:00',
    how: 'portal',
    by: 'IDEC',
  }
  const eigs = {
    'routing.care': 'yes',
    'routing.harm': 'life',
    'routing.unexpected': 'yes',
    'sendings.s1': part1,
  }
  const { channels } = await open('director', buildRecords(eigs))
  expect(channels().getByText(/24 févr. 2027 au plus tard/)).toBeDefined()
  expect(channels().getByText(/Lecture retenue.: la première partie/)).toBeDefined()
  cleanup()
  const other = await open('director', buildRecords(eigs, { 'readings.eigs-start': 'event' }))
  expect(other.channels().getByText(/23 févr. 2027 au plus tard/)).toBeDefined()
})

test('what is written for the authority is kept, and a name is pointed out', async () => {
  const { user, fields } = await open('quality-lead', buildRecords(CALLED))
  const victims = screen.getByLabelText('Nombre de personnes touchées ou exposées')
  await user.type(victims, 'Une, Mme Rosier')
  expect(screen.getByText(/Mme Rosier.» sera masqué/)).toBeDefined()
  await user.tab()
  await waitFor(() => expect(fields()['notice.victims']).toBe('Une, Mme Rosier'))
})

test('the table of the law is a page of its own, with what is still to be verified', async () => {
  await open('director', buildRecords(), '/evenements/qui-prevenir')
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(17)
  expect(screen.getAllByText('À vérifier').length).toBeGreaterThan(5)
  expect(screen.getByText(/EIGS.: les trois mois partent de/)).toBeDefined()
})

test('the icon of the app counts the clocks that press, and is cleared when they are met', async () => {
  const { workspace } = await openTestWorkspace({
    role: 'quality-lead',
    records: buildRecords({ 'routing.categories': ['D04'] }),
    now: NOW,
  })
  const said: (number | 'clear')[] = []
  const badge: Badge = {
    setAppBadge: async (count) => {
      said.push(count)
    },
    clearAppBadge: async () => {
      said.push('clear')
    },
  }
  const end = keepAppBadge(workspace, badge)
  const [event] = workspace.replica.list('adverse-event')
  if (!event) throw new Error('no event')
  await workspace.writer.set(event.id, {
    'sendings.s1': { ...CALLED['sendings.s1'], how: 'portal' },
  })
  end()
  expect(said).toEqual([2, 'clear'])
})
