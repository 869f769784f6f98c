// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import type { Fields } from '#domain/shared/json.ts'
import { TYPES, typeOf } from '#features/grids/question-types.ts'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { buildCriterion, buildForm } from '#tests/builders/build-form.ts'
import { openTestWorkspace } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

it('every type of answer is written in the editor, and shown as it will be filled in', async () => {
  const { workspace, profile } = await openTestWorkspace({})
  const draft = buildForm([buildCriterion('A1')])
  const { id } = await workspace.writer.create('grid', profile.dispositif.id, gridFields(draft))
  const user = userEvent.setup()
  showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
  await user.click(await screen.findByRole('button', { name: /^Modifier A1/ }))
  const sheet = await screen.findByRole('dialog')
  const written = () => {
    const [section] = readGrid(id, workspace.replica.get(id)?.fields ?? {}).draft.sections
    return section?.questions[0]
  }
  for (const { code } of TYPES) {
    fireEvent.change(within(sheet).getByLabelText('Type de réponse'), { target: { value: code } })
    await waitFor(() => {
      const question = written()
      expect(question && typeOf(question)).toBe(code)
    })
    const preview = screen.getByRole('region', { name: 'Telle qu’elle sera remplie', hidden: true })
    await within(preview).findAllByText(/^Critère A1\./)
  }
})

it('a list in a row of a group has its own answers', async () => {
  const { workspace, profile } = await openTestWorkspace({})
  const group: Fields = {
    ...gridFields(buildForm([])),
    'questions.A1': {
      section: 'A',
      order: 1,
      question: {
        id: 'A1',
        type: 'repeat',
        label: { fr: 'Chambres', en: 'Rooms' },
        questions: [
          {
            id: 'A1_1',
            type: 'single',
            label: { fr: 'Lit', en: 'Bed' },
            choices: [{ code: '1', label: { fr: '', en: '' } }],
          },
        ],
      },
    },
  }
  const { id } = await workspace.writer.create('grid', profile.dispositif.id, group)
  const user = userEvent.setup()
  showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
  await user.click(await screen.findByRole('button', { name: /^Modifier A1/ }))
  const sheet = await screen.findByRole('dialog')
  await user.type(within(sheet).getByLabelText('Réponse 1'), 'Médicalisé')
  await user.click(within(sheet).getByRole('button', { name: 'Terminé' }))
  await waitFor(() =>
    expect(workspace.replica.get(id)?.fields['questions.A1']).toMatchObject({
      question: { questions: [{ choices: [{ code: '1', label: { fr: 'Médicalisé' } }] }] },
    }),
  )
})
