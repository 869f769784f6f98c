// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { formShelf } from '#domain/grid/form-shelf.ts'
import { gridFields } from '#domain/grid/grid.ts'
import { isPublication, versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }

afterEach(cleanup)

async function openGrids(records: readonly TestRecord[] = [HOME]) {
  localStorage.clear()
  const opened = await openTestWorkspace({ records })
  const user = userEvent.setup()
  showAt(opened.workspace, <GridsRoutes />, '/grilles')
  return { ...opened, user }
}

async function writeQuestion(user: ReturnType<typeof userEvent.setup>, words: string) {
  await user.click(await screen.findByRole('button', { name: /^Ajouter une question dans/ }))
  const sheet = await screen.findByRole('dialog')
  await user.type(within(sheet).getByLabelText('Texte de la question'), words)
  await user.click(within(sheet).getByRole('button', { name: 'Terminé' }))
}

describe('the grid editor', () => {
  it('writes a grid from a blank page, shows it as it will be filled in, and publishes it', async () => {
    const { workspace, user } = await openGrids()
    await user.click(await screen.findByRole('button', { name: 'Nouvelle grille' }))
    await writeQuestion(user, 'Les mains sont lavées.')
    const preview = await screen.findByRole('region', { name: 'Telle qu’elle sera remplie' })
    await within(preview).findByText('Les mains sont lavées.')
    await user.click(within(preview).getByRole('radio', { name: 'Oui' }))
    await within(preview).findByText(/^1 sur 1/)

    await user.click(screen.getByRole('button', { name: 'Publier la version 1' }))
    const sheet = await screen.findByRole('dialog')
    await user.click(within(sheet).getByRole('button', { name: 'Publier la version 1' }))
    await within(sheet).findByText(/est publiée/)
    const [published] = workspace.replica.list('grid-version')
    expect(published && isPublication(published.fields)).toBe(true)
  })

  it('says in plain words what forbids to publish, and opens the question', async () => {
    const { user } = await openGrids()
    await user.click(await screen.findByRole('button', { name: 'Nouvelle grille' }))
    await screen.findByText('La grille n’a aucune question.')
    await user.click(await screen.findByRole('button', { name: /^Ajouter une question dans/ }))
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Terminé' }),
    )
    await user.click(await screen.findByRole('button', { name: /la question n’a pas de texte/ }))
    await screen.findByRole('dialog')
  })

  it('duplicates a grid of the library, moves a question by its button, and undoes it', async () => {
    const { user } = await openGrids()
    await user.click(
      await screen.findByRole('button', { name: /^Dupliquer.*Circuit du médicament/ }),
    )
    const codes = () =>
      screen.getAllByLabelText(/^Modifier A/).map(({ textContent }) => textContent?.slice(0, 2))
    await waitFor(() => expect(codes().slice(0, 2)).toEqual(['A1', 'A2']))
    await user.click(screen.getByRole('button', { name: 'Descendre A1' }))
    await waitFor(() => expect(codes().slice(0, 2)).toEqual(['A2', 'A1']))
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(codes().slice(0, 2)).toEqual(['A1', 'A2']))
  })

  it('asks a question only after an answer, by three lists', async () => {
    const { user } = await openGrids()
    await user.click(await screen.findByRole('button', { name: 'Nouvelle grille' }))
    await writeQuestion(user, 'Un protocole existe.')
    await writeQuestion(user, 'Il est daté de moins de trois ans.')
    await user.click(await screen.findByRole('button', { name: /^Modifier A2/ }))
    const sheet = await screen.findByRole('dialog')
    await user.selectOptions(within(sheet).getByLabelText('Poser cette question'), 'A1')
    await user.click(within(sheet).getByRole('button', { name: 'Terminé' }))
    const preview = await screen.findByRole('region', { name: 'Telle qu’elle sera remplie' })
    await waitFor(() =>
      expect(within(preview).queryByText('Il est daté de moins de trois ans.')).toBeNull(),
    )
    await user.click(within(preview).getByRole('radio', { name: 'Oui' }))
    await within(preview).findByText('Il est daté de moins de trois ans.')
  })
})

it('who may only read grids finds no button to write one', async () => {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ role: 'director', records: [HOME] })
  showAt(workspace, <GridsRoutes />, '/grilles')
  await screen.findByText(/écrites par la personne chargée de mission/)
  expect(screen.queryByRole('button', { name: 'Nouvelle grille' })).toBeNull()
})

it('the right to write that comes once the screen is drawn opens it', async () => {
  localStorage.clear()
  const { workspace, server, token, profile } = await openTestWorkspace({
    role: 'director',
    records: [HOME],
  })
  showAt(workspace, <GridsRoutes />, '/grilles')
  await screen.findByText(/écrites par la personne chargée de mission/)
  server.welcome(token, { ...profile, person: { ...profile.person, role: 'officer' } })
  await workspace.sync.now()
  await screen.findByRole('button', { name: 'Nouvelle grille' })
})

it('a published grid may be begun at a home, and the audit keeps its version', async () => {
  const form = {
    id: 'grid-1',
    version: 1,
    kind: 'audit',
    code: '',
    title: { fr: 'Bacs de linge', en: 'Laundry bins' },
    unit: 'structure',
    source: { fr: '', en: '' },
    sections: [
      {
        id: 'A',
        title: { fr: 'Linge', en: 'Laundry' },
        questions: [
          {
            id: 'A1',
            type: 'criterion',
            scale: 'yes-no-na',
            label: { fr: 'Le bac est fermé.', en: 'The bin is closed.' },
          },
        ],
      },
    ],
  }
  localStorage.clear()
  const { workspace, profile } = await openTestWorkspace({ records: [HOME] })
  const dispositif = profile.dispositif.id
  const publish = (version: number) =>
    workspace.writer.create('grid-version', dispositif, {
      grid: 'grid-1',
      version,
      form: { ...form, version },
    })
  const first = await publish(1)
  const user = userEvent.setup()
  showAt(workspace, <AuditsRoutes />, '/audits')
  await user.click(await screen.findByRole('radio', { name: /Bacs de linge/ }))
  await user.click(screen.getByRole('button', { name: 'Commencer l’audit' }))
  await screen.findByRole('heading', { name: 'Le bac est fermé.' })
  await publish(2)
  const [audit] = workspace.replica.list('audit')
  expect(audit?.fields).toMatchObject({ form: 'grid-1', formVersion: 1, edition: first.id })
  await screen.findByRole('heading', { name: 'Le bac est fermé.' })
})

it('a retired grid is offered no more, what was begun goes on, and it may be offered again', async () => {
  localStorage.clear()
  const { workspace, profile } = await openTestWorkspace({ records: [HOME] })
  const dispositif = profile.dispositif.id
  const draft = buildForm([buildCriterion('A1')])
  const { id } = await workspace.writer.create('grid', dispositif, gridFields(draft))
  const form = { ...draft, id, version: 1 }
  const { id: edition } = await workspace.writer.create(
    'grid-version',
    dispositif,
    versionFields(form, { version: 1, publishedOn: day('2026-11-01'), author: '', note: '' }),
  )
  const shelf = () =>
    formShelf(workspace.replica.list('grid-version'), workspace.replica.list('grid'))
  const isOffered = () =>
    shelf()
      .ofKind('audit')
      .some((each) => each.edition === edition)
  expect(isOffered()).toBe(true)

  const user = userEvent.setup()
  showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Retirer la grille' }))
  const asks = await screen.findByRole('alertdialog')
  within(asks).getByText(/Ce qui est déjà commencé continue/)
  await user.click(within(asks).getByRole('button', { name: 'Retirer la grille' }))
  await screen.findByText(/Cette grille est retirée/)
  await waitFor(() => expect(isOffered()).toBe(false))
  expect(shelf().find({ form: id, formVersion: 1, edition })).toBeDefined()

  await user.click(screen.getByRole('button', { name: 'Proposer de nouveau' }))
  await waitFor(() => expect(isOffered()).toBe(true))
})
