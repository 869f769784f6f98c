// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Form } from '#domain/form/form.ts'
import { gridFields } from '#domain/grid/grid.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { takeTabletBack } from '#features/tracers/alone/alone-lock.ts'
import { TracersRoutes } from '#features/tracers/routes.tsx'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Bel-Étang' } }
const CONSENT = {
  'consent.givenOn': '2026-11-24',
  'consent.by': 'person',
  'consent.mode': 'written',
  'consent.recordedBy': 'camille',
}
/** A guide written from a blank page: its part says nothing yet of who answers. */
const GUIDE = buildForm([], {
  kind: 'tracer',
  unit: 'person',
  title: buildText('Traceur des repas'),
  sections: [
    buildSection('A', [buildCriterion('A1', { label: buildText('Les menus sont choisis.') })]),
    buildSection('B', [buildCriterion('B1')]),
  ],
})

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  takeTabletBack()
})

it('a guide written here gets its easy questions, and the checks say which lacks one', async () => {
  const { workspace, profile } = await openTestWorkspace({ records: [HOME] })
  const { id } = await workspace.writer.create('grid', profile.dispositif.id, gridFields(GUIDE))
  const user = userEvent.setup()
  showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
  await screen.findByText(/Aucune partie n’interroge la personne/)
  const [ofA] = await screen.findAllByLabelText('Qui répond')
  if (!ofA) throw new Error('nothing asks who answers')
  await user.selectOptions(ofA, 'La personne')
  await screen.findByText(/Aucune question facile à lire/)

  await user.click(screen.getByRole('button', { name: /^Modifier A1/ }))
  const sheet = await screen.findByRole('dialog')
  await user.type(
    within(sheet).getByLabelText('Question facile à lire'),
    'Choisissez-vous votre repas ?',
  )
  await user.click(within(sheet).getByRole('radio', { name: 'Le repas' }))
  await user.click(within(sheet).getByRole('button', { name: 'Terminé' }))
  await screen.findByText('Rien à corriger.')
  // Drawn at once, then kept.
  await waitFor(() =>
    expect(workspace.replica.get(id)?.fields['questions.A1']).toMatchObject({
      question: { easy: { picture: 'meal', ask: { fr: 'Choisissez-vous votre repas ?' } } },
    }),
  )
  // Asked of the professionals, a criterion has no easy question.
  await user.click(screen.getByRole('button', { name: /^Modifier B1/ }))
  expect(screen.queryByLabelText('Question facile à lire')).toBeNull()
})

it('a tracer is begun with the guide one chooses, and the person answers its questions alone', async () => {
  const { workspace, profile } = await openTestWorkspace({ records: [HOME] })
  const easy = { picture: 'meal', ask: buildText('Choisissez-vous votre repas ?') }
  const guide: Form = {
    ...GUIDE,
    id: 'grid-1',
    sections: [
      buildSection('A', [buildCriterion('A1', { easy: { ...easy, explain: buildText('') } })], {
        audience: 'person',
      }),
      buildSection('B', [buildCriterion('B1'), buildCriterion('B2')]),
    ],
  }
  expect(easyQuestions(guide).map(({ criterion }) => criterion)).toEqual(['A1'])
  const { id: edition } = await workspace.writer.create(
    'grid-version',
    profile.dispositif.id,
    versionFields(guide, { version: 1, publishedOn: day('2026-11-01'), author: '', note: '' }),
  )
  const user = userEvent.setup()
  showAt(workspace, <TracersRoutes />, '/traceurs')
  await user.click(await screen.findByRole('radio', { name: /Traceur des repas/ }))
  await user.click(screen.getByRole('button', { name: 'Commencer le traceur' }))
  await screen.findByRole('navigation', { name: 'Étapes du traceur' })
  const [tracer] = workspace.replica.list('tracer')
  if (!tracer) throw new Error('no tracer was begun')
  expect(tracer.fields).toMatchObject({ form: 'grid-1', edition })

  await workspace.writer.set(tracer.id, CONSENT)
  await user.click(screen.getByRole('link', { name: /La personne/ }))
  await user.click(await screen.findByRole('button', { name: 'Passer la tablette' }))
  await user.click(await screen.findByRole('button', { name: 'Commencer' }))
  await screen.findByRole('heading', { name: /^Choisissez-vous votre repas/ })
  await user.click(screen.getByRole('radio', { name: 'Un peu' }))
  await waitFor(() =>
    expect(workspace.replica.get(tracer.id)?.fields).toMatchObject({ 'own.A1': 'so-so' }),
  )
  cleanup()
  takeTabletBack()

  // A part that says nobody is asked of the professionals; what nobody faces is shown all the same.
  showAt(workspace, <TracersRoutes />, `/traceurs/${tracer.id}?etape=professionals`)
  await screen.findByText('Critère B1.')
  cleanup()
  showAt(workspace, <TracersRoutes />, `/traceurs/${tracer.id}?etape=views`)
  await screen.findByText('Critère B2.')
  await screen.findByText('un seul regard')
})
