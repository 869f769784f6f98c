// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gridFields } from '#domain/grid/grid.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { EppRoutes } from '#features/epp/routes.tsx'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }

beforeEach(() => localStorage.clear())
afterEach(cleanup)

async function openGrid(overrides: Parameters<typeof buildForm>[1] = {}) {
  const opened = await openTestWorkspace({ records: [HOME] })
  const draft = buildForm([buildCriterion('A1')], { version: 0, ...overrides })
  const { dispositif } = opened.profile
  const { id } = await opened.workspace.writer.create('grid', dispositif.id, gridFields(draft))
  return { ...opened, id, draft: { ...draft, id }, user: userEvent.setup() }
}

async function publish({ workspace, profile, draft }: Awaited<ReturnType<typeof openGrid>>) {
  const fields = versionFields(draft, {
    version: 1,
    publishedOn: day('2026-11-01'),
    author: '',
    note: '',
  })
  await workspace.writer.create('grid-version', profile.dispositif.id, fields)
}

describe('what a grid observes', () => {
  it('is chosen among what its method knows, and follows the method', async () => {
    const { workspace, id, user } = await openGrid()
    showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
    const observed = await screen.findByLabelText('Ce que l’on observe')
    const offered = () =>
      within(observed)
        .getAllByRole('option')
        .map((each) => each.textContent)
    expect(offered()).toEqual([
      'L’établissement, une fois',
      'Un local ou un équipement',
      'Une personne accompagnée',
    ])
    await user.selectOptions(observed, 'Un local ou un équipement')
    await waitFor(() => expect(workspace.replica.get(id)?.fields.unit).toBe('premises'))
    await user.selectOptions(screen.getByLabelText('Méthode'), 'EPP')
    await waitFor(() =>
      expect(workspace.replica.get(id)?.fields).toMatchObject({ kind: 'epp', unit: 'file' }),
    )
    expect(offered()).toEqual([
      'Des dossiers, un par ligne',
      'Des opportunités, une par ligne',
      'Des personnes, une par ligne',
    ])
    await user.selectOptions(screen.getByLabelText('Méthode'), 'Expérience des personnes')
    await waitFor(() =>
      expect(workspace.replica.get(id)?.fields).toMatchObject({
        kind: 'epp',
        method: 'experience',
        unit: 'person',
      }),
    )
  })

  it('forbids to publish when the method does not have it', async () => {
    const { workspace, id } = await openGrid({ unit: 'opportunity' })
    showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
    await screen.findByText(/Ce que l’on observe n’est pas de cette méthode/)
    expect(screen.getByLabelText<HTMLSelectElement>('Ce que l’on observe').value).toBe('')
  })
})

/** « 1er tour » is drawn with its letters raised: the words of its paragraph are read whole. */
const wordsWith = (words: string) => (_: string, element: Element | null) =>
  element?.tagName === 'P' && element.textContent?.includes(words) === true

describe('an audit of premises', () => {
  it('says which, and each place has its own rounds', async () => {
    const opened = await openGrid({ unit: 'premises', title: { fr: 'Locaux', en: 'Premises' } })
    await publish(opened)
    const { workspace, user } = opened
    const begin = async (place: string) => {
      cleanup()
      showAt(workspace, <AuditsRoutes />, '/audits')
      await user.click(await screen.findByRole('radio', { name: /Locaux/ }))
      const named = await screen.findByLabelText(/Local ou équipement observé/)
      expect(screen.getByRole<HTMLButtonElement>('button', { name: /Commencer/ }).disabled).toBe(
        true,
      )
      await user.type(named, place)
    }
    await begin('Cuisine')
    await user.click(screen.getByRole('button', { name: 'Commencer l’audit' }))
    await screen.findByText(wordsWith('Les Acomats, Cuisine, 1er tour'))
    const [kitchen] = workspace.replica.list('audit')
    if (!kitchen) throw new Error('no audit was begun')
    expect(kitchen.fields).toMatchObject({ subject: 'Cuisine', round: 1 })

    // The same place under another hand is the same audit; another place is another.
    await begin('cuisine ')
    await screen.findByRole('link', { name: 'Reprendre cet audit' })
    await begin('Lingerie')
    await screen.findByText(wordsWith('Ce sera le 1er tour'))
    await workspace.writer.set(kitchen.id, { status: 'closed', closedOn: '2026-11-02' })
    await user.click(await screen.findByRole('button', { name: 'Cuisine' }))
    await screen.findByText(wordsWith('Ce sera le 2e tour'))
  })
})

it('an audit of a person asks for a number, and warns of a name', async () => {
  const opened = await openGrid({ unit: 'person', title: { fr: 'Fauteuils', en: 'Chairs' } })
  await publish(opened)
  const { workspace, user } = opened
  showAt(workspace, <AuditsRoutes />, '/audits')
  await user.click(await screen.findByRole('radio', { name: /Fauteuils/ }))
  const named = await screen.findByLabelText(/Personne, par un numéro local/)
  await user.type(named, 'Mme Dupont')
  await screen.findByText(/Mme Dupont/)
  await user.clear(named)
  await user.type(named, '12')
  await user.click(screen.getByRole('button', { name: 'Commencer l’audit' }))
  await screen.findByText(wordsWith('Les Acomats, personne 12, 1er tour'))
})

it('an EPP written here by opportunities is filled in by opportunities', async () => {
  const opened = await openGrid({ kind: 'epp', unit: 'opportunity' })
  await publish(opened)
  const { workspace, user } = opened
  showAt(workspace, <EppRoutes />, '/epp')
  await user.click(await screen.findByRole('radio', { name: /Grille/ }))
  await screen.findByRole('spinbutton', { name: 'Nombre d’opportunités' })
  await user.click(screen.getByRole('button', { name: 'Commencer le tour' }))
  await screen.findByText(/^Opportunité 1, critère 1 sur 1/)
})
