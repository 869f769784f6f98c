// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Workspace } from '#data/workspace.ts'
import { asJson } from '#domain/grid/grid.ts'
import { DashboardRoutes } from '#features/dashboard/routes.tsx'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import {
  DISPOSITIF,
  HOME_1,
  HOME_2,
  openTestWorkspace,
  type TestRecord,
} from '#tests/support/workspace.ts'

const NOW = Date.UTC(2026, 10, 24, 13)
const SITES: readonly TestRecord[] = [
  {
    id: HOME_1,
    type: 'site',
    fields: { name: 'Les Acomats', kind: 'ehpad', places: 84, isPorteur: true },
  },
  { id: HOME_2, type: 'site', fields: { name: 'Bel-Étang', kind: 'mas', places: 45 } },
]
const FIGURES: readonly TestRecord[] = [
  ...['2026-11-20', '2026-10-02', '2026-09-03'].map(
    (declaredOn, at): TestRecord => ({
      type: 'event-figure',
      fields: {
        status: at === 2 ? 'closed' : 'analysis',
        gravity: at === 0 ? 4 : 1,
        nearMiss: at === 1,
        identity: at === 0 ? 'anonymous' : 'confidential',
        family: 'fall',
        declaredOn,
      },
    }),
  ),
  { type: 'action-figure', fields: { status: 'todo', dueOn: '2026-11-12', source: 'audit' } },
  { type: 'action-figure', scope: HOME_2, fields: { status: 'done', doneOn: '2026-11-01' } },
  { type: 'visit-figure', fields: { day: '2026-11-03', days: 3, status: 'done' } },
  {
    type: 'filling-figure',
    fields: {
      kind: 'epp',
      form: 'epp-restraint',
      formVersion: 1,
      round: 1,
      heldOn: '2026-05-01',
      status: 'closed',
      won: 5,
      outOf: 6,
    },
  },
]

function show(workspace: Workspace) {
  return render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter>
        <DashboardRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
}

afterEach(cleanup)

describe('the dashboard of the porteur', () => {
  it('answers each question by a sentence before its chart', async () => {
    const { workspace } = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [...SITES, ...FIGURES],
    })
    show(workspace)
    const question = async (name: RegExp) => within(await screen.findByRole('region', { name }))
    expect(
      (await question(/événements sont ouverts/)).getByText('2 événements ouverts'),
    ).toBeTruthy()
    expect((await question(/plan d’actions/)).getByText('1 action réalisée sur 2')).toBeTruthy()
    expect((await question(/temps partagé/)).getByText(/^3 jours passés/)).toBeTruthy()
    expect(screen.getByText('Les Acomats : une action en retard de 12 jours.')).toBeTruthy()
  })

  it('gives a share of fewer than ten as a count, and no rate for six files', async () => {
    const { workspace } = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [...SITES, ...FIGURES],
    })
    const { container } = show(workspace)
    await waitFor(() => expect(container.textContent).toContain('5 sur 6, trop peu pour un taux'))
    expect(container.textContent).toMatch(/sans nom\s: 1 sur 3/)
    expect(container.textContent).not.toContain('83')
  })

  it('names a grid written here by the title it was published with', async () => {
    const form = buildForm([buildCriterion('A1')], {
      id: 'grid-1',
      title: { fr: 'Bacs de linge', en: 'Laundry bins' },
    })
    const { workspace } = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [
        ...SITES,
        {
          type: 'filling-figure',
          fields: {
            ...{ kind: 'audit', form: 'grid-1', formVersion: 1, round: 1, heldOn: '2026-05-01' },
            ...{ status: 'closed', won: 9, outOf: 12 },
          },
        },
        {
          type: 'grid-version',
          scope: DISPOSITIF,
          fields: { grid: 'grid-1', version: 1, form: asJson(form) },
        },
      ],
    })
    const { container } = show(workspace)
    await waitFor(() => expect(container.textContent).toContain('Bacs de linge'))
    expect(container.textContent).not.toContain('grid-1')
  })

  it('counts a declaration set aside as a duplicate nowhere', async () => {
    const twice = FIGURES.filter(({ type }) => type === 'event-figure').map(
      (figure): TestRecord => ({ ...figure, fields: { ...figure.fields, duplicate: true } }),
    )
    const { workspace } = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [...SITES, ...FIGURES, ...twice],
    })
    show(workspace)
    expect(await screen.findByText('2 événements ouverts')).toBeTruthy()
    expect(screen.getByText('3 déclarations en douze mois')).toBeTruthy()
  })

  it('does not ask about indicators nobody has entered', async () => {
    const { workspace } = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [...SITES, ...FIGURES],
    })
    show(workspace)
    await screen.findByRole('region', { name: /EPP et les audits/ })
    expect(screen.queryByRole('region', { name: /indicateurs/ })).toBeNull()
    cleanup()
    const other = await openTestWorkspace({
      role: 'porteur',
      now: NOW,
      records: [
        ...SITES,
        {
          type: 'indicator-value',
          fields: { indicator: 'i-23', period: '2026', numerator: 33, denominator: 40 },
        },
      ],
    })
    show(other.workspace)
    const asked = within(await screen.findByRole('region', { name: /indicateurs/ }))
    expect(asked.getByText(/33 sur 40/)).toBeTruthy()
  })

  it('says so when no figure has come', async () => {
    const { workspace } = await openTestWorkspace({ role: 'porteur', now: NOW })
    show(workspace)
    expect(screen.getByText(/Aucun chiffre n’est encore sur cet appareil/)).toBeTruthy()
  })
})
