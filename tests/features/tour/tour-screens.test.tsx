// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Workspace } from '#data/workspace.ts'
import { recordId } from '#domain/shared/ids.ts'
import { TourRoutes } from '#features/tour/routes.tsx'
import { HOME_1, HOME_2, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })
// jsdom has no CSS.escape, which the sheet's focus handling calls.
vi.stubGlobal('CSS', { escape: String })

const NOW = Date.UTC(2026, 10, 24, 13)

const RECORDS: readonly TestRecord[] = [
  {
    id: HOME_1,
    type: 'site',
    fields: {
      name: 'Les Acomats',
      kind: 'ehpad',
      places: 84,
      latitude: 16.27,
      longitude: -61.5,
      sharesEvents: true,
    },
  },
  {
    id: HOME_2,
    type: 'site',
    fields: { name: 'Bel-Étang', kind: 'mas', places: 45, latitude: 16.19, longitude: -61.59 },
  },
  {
    id: 'visit',
    type: 'visit',
    fields: { day: '2026-11-24', startsAt: '08:30', days: 1, status: 'planned' },
  },
  {
    id: 'draft',
    type: 'audit',
    fields: {
      form: 'audit-rights',
      formVersion: 1,
      round: 1,
      heldOn: '2026-11-24',
      status: 'draft',
      'answers.A1': 'yes',
    },
  },
  {
    id: 'fridge',
    type: 'action',
    fields: { title: 'Réfrigérateur entre 2 et 8 °C', status: 'doing', dueOn: '2026-11-12' },
  },
  {
    id: 'fall',
    type: 'adverse-event',
    fields: {
      reference: '2026-0151',
      status: 'declared',
      declaredOn: '2026-11-17',
      'answers.family': 'fall',
      'answers.gravity': 'serious',
    },
  },
]

function show(workspace: Workspace, at = '/') {
  return render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[at]}>
        <TourRoutes />
      </MemoryRouter>
    </WorkspaceContext>,
  )
}

afterEach(cleanup)

describe('« Ma tournée »', () => {
  it('opens on the home of the day, with what is due there and the next stop by distance', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    await workspace.drafts.put('place:draft', 'A2')
    show(workspace)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Les Acomats')
    const today = screen.getByRole('region', { name: 'Aujourd’hui ici' })
    expect(await within(today).findByText(/Audit, Droits et outils/)).toBeTruthy()
    expect(await within(today).findByText(/1 critères sur 12/)).toBeTruthy()
    expect(within(today).getByText('1 événement à trier')).toBeTruthy()
    expect(screen.getByRole('link', { name: /Reprendre l’audit/ }).textContent).toContain('à A2')
    const next = screen.getByRole('region', { name: 'Prochaines escales' })
    expect(within(next).getByText(/^13\skm$/)).toBeTruthy()
  })

  it('says an action is done in one tap, and takes it back in another', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    const box = screen.getByRole('checkbox', { name: /Réfrigérateur/ })
    await user.click(box)
    await screen.findByText('Réalisée aujourd’hui')
    expect(workspace.replica.get(recordId('fridge'))?.fields).toMatchObject({
      status: 'done',
      doneOn: '2026-11-24',
    })
    await user.click(screen.getByRole('checkbox', { name: /Réfrigérateur/ }))
    await screen.findByText('En retard de 12 jours')
    expect(workspace.replica.get(recordId('fridge'))?.fields.status).toBe('doing')
  })

  it('never calls the device ready before the app is kept on it', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    expect(screen.getByText('Il manque quelque chose pour partir.')).toBeTruthy()
    expect(screen.queryByText('Prêt à partir.')).toBeNull()
  })

  it('counts what waits from what is on disk', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    await workspace.writer.set(recordId('fridge'), { pilot: 'Cuisine' })
    show(workspace)
    const waiting = screen.getByRole('region', { name: 'En attente d’envoi' })
    expect(within(waiting).getByText('1 élément')).toBeTruthy()
  })

  it('follows the officer who says to be elsewhere, for the day', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    await user.click(screen.getByRole('button', { name: 'Changer d’établissement' }))
    await user.click(await screen.findByRole('radio', { name: /Bel-Étang/ }))
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Bel-Étang')
    expect(workspace.drafts.get('here:2026-11-24')).toBe('home-2')
  })

  it('records the length of the visit in one tap', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    await user.click(screen.getByRole('button', { name: 'Noter une demi-journée' }))
    await screen.findByText(/Escale faite/)
    expect(workspace.replica.get(recordId('visit'))?.fields).toMatchObject({
      status: 'done',
      days: 0.5,
    })
  })
})

describe('the other start pages', () => {
  it('tells the direction what is open and late in a sentence, for her home alone', async () => {
    const { workspace } = await openTestWorkspace({
      records: RECORDS,
      now: NOW,
      role: 'director',
      sites: [HOME_1],
    })
    show(workspace)
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Les Acomats')
    expect(screen.getByText('1 événement ouvert, 1 action en retard.')).toBeTruthy()
    expect(screen.queryByText(/Bel-Étang/)).toBeNull()
  })

  it('gives who declares one big gesture and her own receipts', async () => {
    const { workspace } = await openTestWorkspace({
      now: NOW,
      role: 'declarant',
      profile: {
        posters: [
          {
            site: HOME_1,
            siteName: 'Les Acomats',
            unit: 'u1',
            unitName: 'Les Flamboyants',
            token: 'home-1.u1.mac',
          },
        ],
      },
    })
    show(workspace)
    const link = await screen.findByRole('link', { name: 'Déclarer un événement' })
    expect(link.getAttribute('href')).toBe('/declarer#home-1.u1.mac')
    expect(screen.getByText(/Aucune déclaration à votre nom/)).toBeTruthy()
  })
})

describe('preparing the round', () => {
  it('receives at once, then says what is aboard home by home and what is missing', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/depart')
    expect(await screen.findByText('Données reçues en entier')).toBeTruthy()
    expect(screen.getByText('L’application n’est pas encore gardée sur cet appareil')).toBeTruthy()
    expect(await screen.findByText('Il manque quelque chose pour partir')).toBeTruthy()
    const row = screen.getByRole('row', { name: /Les Acomats/ })
    expect(within(row).getAllByRole('cell').length).toBeGreaterThan(3)
  })
})

describe('the page of a home', () => {
  it('lays its rounds, its actions and its events by gravity', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/etablissements/home-1')
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Les Acomats')
    expect(screen.getByText('À faire ou en cours : 1. En retard : 1. Réalisées : 0.')).toBeTruthy()
    expect(screen.getByRole('row', { name: /Critique/ })).toBeTruthy()
  })

  it('says that a home does not share its events, rather than that it has none', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/etablissements/home-2')
    expect(
      await screen.findByText('Cet établissement ne partage pas ses événements avec vous.'),
    ).toBeTruthy()
  })

  it('is said to be missing when this device does not hold it', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/etablissements/elsewhere')
    expect(await screen.findByText('Cet établissement n’est pas sur cet appareil')).toBeTruthy()
  })
})
