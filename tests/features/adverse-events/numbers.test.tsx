// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Role } from '#domain/rights/rights.ts'
import { AdverseEventsRoutes } from '#features/adverse-events/routes.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { startI18n } from '#ui/i18n.ts'

const NOW = Date.parse('2026-11-24T14:00:00Z')
const SITE: TestRecord = {
  id: HOME_1,
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', 'units.u1.name': 'Alamanda' },
}
const MONTHS = Array.from({ length: 12 }, (_, index) => {
  const at = new Date(Date.UTC(2025, 10 + index, 1))
  return at.toISOString().slice(0, 7)
})

/** Two events a month until April, five a month after. */
const EVENTS: readonly TestRecord[] = MONTHS.flatMap((month, index) =>
  Array.from({ length: index < 6 ? 2 : 5 }, (_, at) => ({
    id: `e-${month}-${at}`,
    type: 'adverse-event' as const,
    scope: HOME_1,
    fields: {
      reference: `${month}-${at}`,
      unit: 'u1',
      occurredOn: `${month}-10`,
      declaredOn: `${month}-10`,
      identity: 'confidential',
      form: 'declare-event',
      formVersion: 1,
      'answers.family': at === 4 ? 'medication' : 'fall',
      status: 'triaged',
    },
  })),
)
const DAYS: readonly TestRecord[] = MONTHS.map((month) => ({
  id: `d-${month}`,
  type: 'indicator-value',
  scope: HOME_1,
  fields: { indicator: 'i-25', period: month, numerator: 2_000 },
}))

async function open(role: Role, records: readonly TestRecord[]) {
  const world = await openTestWorkspace({ role, records: [SITE, ...records], now: NOW })
  render(
    <WorkspaceContext value={world.workspace}>
      <MemoryRouter initialEntries={['/evenements/chiffres']}>
        <AdverseEventsRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
  return { ...world, user: userEvent.setup() }
}

beforeEach(() => startI18n('fr'))
afterEach(cleanup)

test('the rate says what it is made of, and a shift of six months is pointed at', async () => {
  await open('quality-lead', [...EVENTS, ...DAYS])
  // 42 events in 24,000 days.
  expect(
    await screen.findByText(/1,75 pour 1\s000 journées\s: 42 événements, 24\s000 journées/),
  ).toBeDefined()
  expect(screen.getByText(/Décalage vers le haut, de mai 2026 à oct. 2026/)).toBeDefined()
  const families = screen.getByRole('region', { name: /Par famille/ })
  expect(within(families).getByText('n = 42')).toBeDefined()
})

test('a month without its days gives no rate; entered, it does, and the typing outlives the screen', async () => {
  const { user, workspace } = await open('quality-lead', [...EVENTS, ...DAYS.slice(1)])
  expect(await screen.findByText(/les journées d’un mois manquent/)).toBeDefined()
  await user.click(screen.getByText('Saisir ou corriger les journées de présence'))
  await user.type(screen.getByRole('spinbutton', { name: /Journées, nov. 2025/ }), '2000')
  await waitFor(() => expect(workspace.drafts.get(`presence:${HOME_1}`)).toBeDefined())
  await user.click(screen.getByRole('button', { name: 'Garder les journées' }))
  expect(await screen.findByText(/1,75 pour 1\s000 journées/)).toBeDefined()
})

test('a small group that holds an anonymous report is not shown, nor what would give it back', async () => {
  const anonymous: TestRecord = {
    id: 'e-anon',
    type: 'adverse-event',
    scope: HOME_1,
    fields: {
      reference: 'x',
      unit: 'u1',
      declaredOn: '2026-10-10',
      identity: 'anonymous',
      form: 'declare-event',
      formVersion: 1,
      'answers.family': 'violence',
      status: 'triaged',
    },
  }
  await open('quality-lead', [...EVENTS, ...DAYS, anonymous])
  const families = await screen.findByRole('region', { name: /Par famille/ })
  expect(within(families).getByText(/dans des groupes réunis/)).toBeDefined()
  expect(within(families).queryByRole('cell', { name: /Violence/ })).toBeNull()
})

test('the porteur counts by family from figures: no place, no hour, nothing to take away', async () => {
  const figures = EVENTS.map(
    ({ id, fields }): TestRecord => ({
      id: `${id}~figure`,
      type: 'event-figure',
      scope: HOME_1,
      fields: { declaredOn: fields.declaredOn ?? null, family: 'fall', identity: 'confidential' },
    }),
  )
  await open('porteur', [...figures, ...DAYS])
  expect(await screen.findByText(/1,75 pour 1\s000 journées/)).toBeDefined()
  expect(screen.queryByRole('region', { name: /Par lieu/ })).toBeNull()
  expect(screen.queryByRole('region', { name: /Emporter/ })).toBeNull()
})

test('two values for a month are settled where they are read, and both then say the same', async () => {
  const twice: TestRecord = {
    id: 'd-twice',
    type: 'indicator-value',
    scope: HOME_1,
    fields: { indicator: 'i-25', period: '2025-11', numerator: 1_990 },
  }
  const { user, workspace } = await open('quality-lead', [...EVENTS, ...DAYS, twice])
  expect(await screen.findByText(/les journées d’un mois manquent/)).toBeDefined()
  await user.click(screen.getByText('Saisir ou corriger les journées de présence'))
  await user.type(screen.getByRole('spinbutton', { name: /Journées, nov. 2025/ }), '2000')
  await user.click(screen.getByRole('button', { name: 'Garder les journées' }))
  expect(await screen.findByText(/1,75 pour 1\s000 journées/)).toBeDefined()
  const said = workspace.replica
    .list('indicator-value')
    .filter(({ fields }) => fields.period === '2025-11')
  expect(said.map(({ fields }) => fields.numerator)).toEqual([2_000, 2_000])
})

test('a home that began late is not drawn at zero before: under ten months no signal is read', async () => {
  // Five events a month in the last six of twelve: with zeros before, a shift up and a shift down.
  await open('quality-lead', [...EVENTS.filter(({ id }) => (id ?? '') > 'e-2026-05'), ...DAYS])
  expect(await screen.findByText(/Moins de dix mois/)).toBeDefined()
  expect(screen.queryByText(/Décalage vers le/)).toBeNull()
  // 30 events in six months of 2,000 days.
  expect(screen.getByText(/2,5 pour 1\s000 journées/)).toBeDefined()
})

test('twelve months before the first declaration are no figure at all', async () => {
  const { user } = await open('quality-lead', [...EVENTS, ...DAYS])
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Période' }), '1')
  expect(
    await screen.findByText(/première déclaration de l’établissement est plus récente/),
  ).toBeDefined()
  expect(screen.queryByRole('region', { name: /Taux/ })).toBeNull()
})

test('the officer counts a home that does not share its events from its figures, by family alone', async () => {
  const figures = EVENTS.map(
    ({ id, fields }): TestRecord => ({
      id: `${id}~figure`,
      type: 'event-figure',
      scope: HOME_1,
      fields: { declaredOn: fields.declaredOn ?? null, family: 'fall', identity: 'confidential' },
    }),
  )
  await open('officer', [...figures, ...DAYS])
  expect(await screen.findByText(/1,75 pour 1\s000 journées/)).toBeDefined()
  expect(screen.queryByRole('region', { name: /Par lieu/ })).toBeNull()
})
