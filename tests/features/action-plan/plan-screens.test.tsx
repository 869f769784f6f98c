// @vitest-environment jsdom
import { cleanup, configure, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, useLocation } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WorkspaceContext } from '#data/stores-context.ts'
import type { Workspace } from '#data/workspace.ts'
import { recordId } from '#domain/shared/ids.ts'
import { ActionPlanRoutes } from '#features/action-plan/routes.tsx'
import { HOME_2, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })
// jsdom has no CSS.escape, which the sheet's focus handling calls.
vi.stubGlobal('CSS', { escape: String })

const NOW = Date.UTC(2026, 10, 24, 13)

const RECORDS: readonly TestRecord[] = [
  { id: 'home-1', type: 'site', fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 } },
  { id: 'home-2', type: 'site', fields: { name: 'Bel-Étang', kind: 'mas', places: 45 } },
  {
    id: 'labels',
    type: 'action',
    fields: {
      title: 'Refaire les étiquettes des piluliers',
      number: '2026-014',
      status: 'doing',
      source: 'audit',
      sourceQuestion: 'C3',
      imperatif: '3.6.2',
      pilot: 'IDE coordinatrice',
      createdOn: '2026-10-01',
      dueOn: '2026-11-12',
    },
  },
  {
    id: 'leaving',
    type: 'action',
    scope: HOME_2,
    fields: {
      title: 'Écrire la conduite à tenir en cas de sortie',
      status: 'todo',
      source: 'adverse-event',
      pilot: 'Chef de service',
      createdOn: '2026-10-02',
      dueOn: '2026-12-20',
    },
  },
]

function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="address">{pathname + search}</output>
}

function show(workspace: Workspace, at = '/actions') {
  return render(
    <WorkspaceContext value={workspace}>
      <MemoryRouter initialEntries={[at]}>
        <ActionPlanRoutes />
        <Address />
      </MemoryRouter>
    </WorkspaceContext>,
  )
}

afterEach(cleanup)

describe('the action plan', () => {
  it('says in a sentence what is late, then lists it with its delay', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    expect(screen.getByText('1 action en retard')).toBeTruthy()
    const late = screen.getByRole('region', { name: /En retard/ })
    expect(within(late).getByText('retard 12 j')).toBeTruthy()
    expect(within(late).getByText('Impératif 3.6.2')).toBeTruthy()
    expect(within(late).queryByText(/conduite à tenir/)).toBeNull()
  })

  it('keeps its filters in the address, so that a filtered plan is a link', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    await user.selectOptions(screen.getByLabelText(/^Établissement/), 'Bel-Étang')
    expect(screen.getByLabelText('address').textContent).toBe('/actions?etablissement=home-2')
    expect(screen.queryByText('Refaire les étiquettes des piluliers')).toBeNull()
    cleanup()
    show(workspace, '/actions?etablissement=home-1')
    expect(screen.getByText('Refaire les étiquettes des piluliers')).toBeTruthy()
    expect(screen.queryByText(/conduite à tenir/)).toBeNull()
  })

  it('lets the direction read and offers nothing to write', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW, role: 'director' })
    show(workspace)
    expect(screen.queryByRole('button', { name: 'Ajouter une action' })).toBeNull()
    cleanup()
    show(workspace, '/actions/labels')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('étiquettes')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('radiogroup')).toBeNull()
  })

  it('shows the porteur no text of an action', async () => {
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW, role: 'porteur' })
    show(workspace)
    expect(screen.queryByText(/étiquettes/)).toBeNull()
    cleanup()
    show(workspace, '/actions/labels')
    expect(screen.queryByText(/étiquettes/)).toBeNull()
  })

  it('adds an action from a title alone, with a deadline proposed', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace)
    await user.click(screen.getByRole('button', { name: 'Ajouter une action' }))
    const sheet = await screen.findByRole('dialog')
    await user.click(within(sheet).getByRole('button', { name: 'Ajouter au plan' }))
    expect(within(sheet).getByText('L’action a besoin d’un titre.')).toBeTruthy()
    await user.type(within(sheet).getByLabelText(/^Action/), 'Afficher la charte')
    expect(workspace.drafts.get('new-action')).toEqual({ title: 'Afficher la charte' })
    await user.selectOptions(within(sheet).getByLabelText(/^Établissement/), 'Les Acomats')
    await user.click(within(sheet).getByRole('button', { name: 'Ajouter au plan' }))
    await screen.findByRole('heading', { level: 1, name: 'Afficher la charte' })
    const added = workspace.replica
      .list('action')
      .find(({ fields }) => fields.title === 'Afficher la charte')
    expect(added?.scope).toBe('home-1')
    expect(added?.fields.dueOn).toBe('2026-12-24')
    expect(workspace.drafts.get('new-action')).toBeUndefined()
  })
})

describe('one action', () => {
  it('dates the day it is done, and forgets it when it is taken up again', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/actions/labels')
    await user.click(screen.getByRole('radio', { name: 'Réalisée' }))
    expect(await screen.findByText(/Enregistré à/)).toBeTruthy()
    const fields = () => workspace.replica.get(recordId('labels'))?.fields
    expect(fields()).toMatchObject({ status: 'done', doneOn: '2026-11-24' })
    await user.click(screen.getByRole('radio', { name: 'En cours' }))
    await vi.waitFor(() => expect(fields()).toMatchObject({ status: 'doing', doneOn: null }))
  })

  it('keeps each key on disk before it becomes one operation on leaving the field', async () => {
    const user = userEvent.setup()
    const { workspace } = await openTestWorkspace({ records: RECORDS, now: NOW })
    show(workspace, '/actions/labels')
    const effect = screen.getByLabelText('Ce qui a été mesuré après')
    await user.type(effect, '6 sur 10')
    expect(workspace.drafts.get('action:labels:effect')).toBe('6 sur 10')
    expect(workspace.replica.get(recordId('labels'))?.fields.effect).toBeUndefined()
    await user.tab()
    await screen.findByText(/Enregistré à/)
    expect(workspace.replica.get(recordId('labels'))?.fields.effect).toBe('6 sur 10')
    expect(workspace.drafts.get('action:labels:effect')).toBeUndefined()
  })
})
