// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { call, ref, SELF } from '#domain/form/expr.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { gridFields, readGrid } from '#domain/grid/grid.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { buildCriterion, buildForm, buildText } from '#tests/builders/build-form.ts'
import { openTestWorkspace, type TestRecord, type TestWorkspace } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

/*
 * What a question says of its answers, written in the editor: each is kept in the grid, seen in the
 * trial beside it, and met by who fills in the published version.
 */

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }
const BEDS = { id: 'A2', type: 'number', label: buildText('Lits') } as const

beforeEach(() => localStorage.clear())
afterEach(cleanup)

async function edit(form: Form, id: string) {
  const opened = await openTestWorkspace({ records: [HOME] })
  const { workspace, profile } = opened
  const grid = await workspace.writer.create('grid', profile.dispositif.id, gridFields(form))
  showAt(workspace, <GridsRoutes />, `/grilles/${grid.id}`)
  await openSheet(id)
  const draft = () => readGrid(grid.id, workspace.replica.get(grid.id)?.fields ?? {}).draft
  const kept = (name: string) =>
    draft()
      .sections.flatMap(({ questions }) => questions)
      .find((question) => question.id === name)
  return { ...opened, draft, kept }
}

async function openSheet(id: string) {
  fireEvent.click(await screen.findByLabelText(new RegExp(`^Modifier ${id}`)))
  await screen.findByRole('dialog')
}

/** The controls of the sheet by their words; those of the trial beside it are another matter. */
const sheet = () => within(screen.getByRole('dialog'))
const trial = () =>
  within(screen.getByLabelText('Telle qu’elle sera remplie', { selector: 'section' }))
const choose = (label: string | RegExp, value: string) =>
  fireEvent.change(sheet().getByLabelText(label), { target: { value } })
function write(label: string | RegExp, value: string) {
  choose(label, value)
  fireEvent.blur(sheet().getByLabelText(label))
}
const press = (name: string) => fireEvent.click(sheet().getByText(name))

it('a number is kept within bounds, said in one’s own words, in the trial as on the day', async () => {
  const { kept, draft, workspace, profile } = await edit(
    buildForm([BEDS], { title: buildText('Lits armés') }),
    'A2',
  )
  choose('Le plus', '12')
  write('Phrase dite hors de ces bornes', 'Le service a 12 lits.')
  choose('Précision', '0.5')
  write('Unité', 'lits')
  await waitFor(() =>
    expect(kept('A2')).toMatchObject({
      max: 12,
      step: 0.5,
      unit: { fr: 'lits' },
      constraints: [{ message: { fr: 'Le service a 12 lits.' } }],
    }),
  )
  const tried = trial().getByLabelText('Lits (lits)')
  fireEvent.change(tried, { target: { value: '14' } })
  await trial().findByText('Le service a 12 lits.')
  fireEvent.change(tried, { target: { value: '12' } })
  await waitFor(() => expect(trial().queryByText('Le service a 12 lits.')).toBeNull())
  cleanup()

  await fillIn({ workspace, profile }, draft(), /Lits armés/)
  fireEvent.change(await screen.findByLabelText('Lits (lits)'), { target: { value: '14' } })
  await screen.findByText('Le service a 12 lits.')
})

it('a rule is chosen without an expression, proposes its sentence, and takes one’s own', async () => {
  const { kept } = await edit(buildForm([{ ...BEDS, type: 'text' }]), 'A2')
  press('Ajouter une règle')
  await waitFor(() =>
    expect(kept('A2')?.constraints).toEqual([
      {
        test: call('<=', call('length', ref(SELF)), 100),
        message: { fr: 'Au plus 100 signes.', en: 'At most 100 characters.' },
      },
    ]),
  )
  choose('Règle 1', 'digits')
  await sheet().findByLabelText('Nombre de chiffres')
  fireEvent.change(trial().getByLabelText('Lits'), { target: { value: '97 1' } })
  fireEvent.blur(trial().getByLabelText('Lits'))
  await trial().findByText('5 chiffres, sans espace.')
  write('Phrase dite quand la réponse ne convient pas', 'Le code postal, en cinq chiffres.')
  await trial().findByText('Le code postal, en cinq chiffres.')
  // Its number changes: one's own words stay; emptied, they give way to those proposed.
  choose('Nombre de chiffres', '4')
  await waitFor(() =>
    expect(kept('A2')?.constraints?.[0]).toMatchObject({
      test: { of: [{ ref: '.' }, '[0-9]{4}'] },
      message: { fr: 'Le code postal, en cinq chiffres.' },
    }),
  )
  write('Phrase dite quand la réponse ne convient pas', ' ')
  await waitFor(() =>
    expect(kept('A2')?.constraints?.[0]?.message.fr).toBe('4 chiffres, sans espace.'),
  )
  fireEvent.click(sheet().getByLabelText('Supprimer la règle 1'))
  await waitFor(() => expect(kept('A2')).not.toHaveProperty('constraints'))
})

it('a written rule is checked as it is typed, and what does not read yet outlives the sheet', async () => {
  const { kept } = await edit(buildForm([BEDS]), 'A2')
  press('Ajouter une règle')
  await sheet().findByLabelText('Règle 1')
  choose('Règle 1', 'written')
  const field = /^Condition que la réponse remplit/
  choose(field, '. > $' + '{Z9}')
  await sheet().findByText('« Z9 » n’est pas une question que l’on peut citer ici.')
  // On its way to « . >= 10 », it stays a written rule.
  choose(field, '. >= 1')
  await waitFor(() => expect(kept('A2')?.constraints?.[0]?.test).toEqual(call('>=', ref(SELF), 1)))
  choose(field, '. >= 1 and (')
  await sheet().findByText('Le calcul n’est pas fini.')
  press('Terminé')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await openSheet('A2')
  choose('Règle 1', 'written')
  expect(sheet().getByLabelText(field)).toHaveProperty('value', '. >= 1 and (')
})

it('a default answer is seen in the trial at once, and what was tried stands before it', async () => {
  const { kept } = await edit(buildForm([buildCriterion('A1'), BEDS]), 'A1')
  choose('Réponse par défaut', '=partial')
  await waitFor(() => expect(kept('A1')?.default).toBe('partial'))
  expect(trial().getByLabelText('En partie')).toHaveProperty('checked', true)
  fireEvent.click(trial().getByLabelText('Non'))
  choose('Réponse par défaut', '=yes')
  await waitFor(() => expect(kept('A1')?.default).toBe('yes'))
  expect(trial().getByLabelText('Non')).toHaveProperty('checked', true)
  // On another scale, a default it does not know is taken off, and nothing else.
  choose('Poids dans le taux', '3')
  choose('Type de réponse', 'conform')
  await waitFor(() => expect(kept('A1')).toMatchObject({ scale: 'conform', weight: 3 }))
  expect(kept('A1')).not.toHaveProperty('default')
})

it.each<readonly [string, object, string, string, unknown]>([
  ['a number', BEDS, 'Réponse posée au début', '4', 4],
  ['a text', { ...BEDS, type: 'text' }, 'Réponse posée au début', 'Rien à dire', 'Rien à dire'],
  ['an hour', { ...BEDS, type: 'time' }, 'Réponse posée au début', '08:30', '08:30'],
  ['a day', { ...BEDS, type: 'date' }, 'Réponse posée au début', '2026-12-01', '2026-12-01'],
])('%s begins with an answer', async (_, question, label, value, stored) => {
  const { kept } = await edit(buildForm([question as Question]), 'A2')
  choose('Réponse par défaut', 'value')
  write(label, value)
  await waitFor(() => expect(kept('A2')?.default).toBe(stored))
  await waitFor(() => expect(trial().getByLabelText('Lits')).toHaveProperty('value', value))
  choose('Réponse par défaut', 'none')
  await waitFor(() => expect(kept('A2')).not.toHaveProperty('default'))
})

it('phrases are written one a line, given to the other criteria, and taken in one tap', async () => {
  const form = buildForm([buildCriterion('A1'), buildCriterion('A2'), BEDS], {
    title: buildText('Linge'),
    sections: [
      { id: 'A', title: buildText('A'), questions: [buildCriterion('A1'), buildCriterion('A2')] },
    ],
  })
  const { kept, draft, workspace, profile } = await edit(form, 'A1')
  write('Phrases rapides', 'Bac ouvert\n\n Sac percé \nBac ouvert')
  const phrases = [{ fr: 'Bac ouvert' }, { fr: 'Sac percé' }]
  await waitFor(() => expect(kept('A1')).toMatchObject({ phrases }))
  fireEvent.click(await sheet().findByText('Donner ces phrases au seul critère qui n’en a pas'))
  await waitFor(() => expect(kept('A2')).toMatchObject({ phrases }))
  expect(trial().getAllByText('Sac percé')).toHaveLength(2)
  cleanup()

  await fillIn({ workspace, profile }, draft(), /Linge/)
  fireEvent.click(await screen.findByText('Sac percé'))
  await waitFor(() =>
    expect(workspace.replica.list('audit')[0]?.fields).toMatchObject({
      'comments.A1': 'Sac percé',
    }),
  )
})

it('a phrase of a text is written in it in one tap, and given back in another', async () => {
  await edit(buildForm([{ ...BEDS, type: 'text' }]), 'A2')
  write('Phrases rapides', 'Rien à dire')
  fireEvent.click(await trial().findByText('Rien à dire', { selector: 'button *' }))
  await waitFor(() => expect(trial().getByLabelText('Lits')).toHaveProperty('value', 'Rien à dire'))
  fireEvent.click(trial().getByText('Rien à dire', { selector: 'button *' }))
  await waitFor(() => expect(trial().getByLabelText('Lits')).toHaveProperty('value', ''))
})

it('a scale of the grid is named, counts as one says, and is shared by its criteria', async () => {
  const { kept } = await edit(buildForm([buildCriterion('A1'), buildCriterion('A2')]), 'A1')
  choose('Type de réponse', 'own')
  write(await field('Réponse 1'), 'Toujours')
  fireEvent.click(sheet().getByLabelText('La réponse 2 compte'))
  await waitFor(() =>
    expect(kept('A1')).toMatchObject({
      scale: {
        counts: 'rate',
        steps: [
          { code: 'yes', label: { fr: 'Toujours' }, worth: 1 },
          { code: 'partial' },
          { code: 'no', worth: 0 },
          { code: 'na' },
        ],
        rule: { fr: 'Taux : Toujours 100 %, Non 0 %. Hors du compte : En partie, Non applicable.' },
      },
    }),
  )
  expect(JSON.stringify(kept('A1'))).not.toContain('0.5')
  await trial().findByLabelText('Toujours')
  press('Terminé')

  await openSheet('A2')
  choose('Type de réponse', 'own:0')
  await sheet().findByText('2 critères ont cette échelle : la changer la change pour tous.')
  choose('Ce qu’elle donne', 'mean')
  choose('La réponse 1 vaut (points)', '4')
  const points = { scale: { counts: 'mean', steps: [{ worth: 4 }, {}, { worth: 1 }, {}] } }
  await waitFor(() => expect(kept('A2')).toMatchObject(points))
  expect(kept('A1')).toMatchObject(points)
})

it('a group says what a row is and how many there may be, and the trial follows', async () => {
  const rooms = { ...BEDS, type: 'repeat', questions: [buildCriterion('A2_1')] } as Question
  const { kept } = await edit(buildForm([rooms]), 'A2')
  write('Nom d’une ligne', 'Chambre')
  choose('Lignes, au moins', '1')
  choose('Lignes, au plus', '2')
  await waitFor(() =>
    expect(kept('A2')).toMatchObject({ rowTitle: { fr: 'Chambre' }, minRows: 1, maxRows: 2 }),
  )
  fireEvent.click(await trial().findByText('Ajouter : chambre'))
  fireEvent.click(trial().getByText('Ajouter : chambre'))
  await trial().findByText('Chambre 1')
})

it('a file takes the kinds of pictures one ticks', async () => {
  const { kept } = await edit(buildForm([{ ...BEDS, type: 'file' }]), 'A2')
  fireEvent.click(sheet().getByLabelText('Capture ou scan (PNG)'))
  await waitFor(() => expect(kept('A2')).toMatchObject({ accepts: ['image/png'] }))
  expect(trial().getByLabelText('Lits')).toHaveProperty('accept', 'image/png')
})

async function field(label: string) {
  await sheet().findByLabelText(label)
  return label
}

/** Publishes what was written and begins an audit with it. */
async function fillIn(
  { workspace, profile }: Pick<TestWorkspace, 'workspace' | 'profile'>,
  draft: Form,
  title: RegExp,
) {
  await workspace.writer.create(
    'grid-version',
    profile.dispositif.id,
    versionFields(draft, { version: 1, publishedOn: day('2026-12-01'), author: '', note: '' }),
  )
  showAt(workspace, <AuditsRoutes />, '/audits')
  fireEvent.click(await screen.findByLabelText(title))
  fireEvent.click(screen.getByText('Commencer l’audit'))
}
