// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Workspace } from '#data/workspace.ts'
import { auditMedication } from '#domain/form/library/audit-medication.ts'
import { recordId } from '#domain/shared/ids.ts'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt, withWriterNotes } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
}
const DRAFT: TestRecord = {
  id: 'audit-1',
  type: 'audit',
  fields: {
    form: 'audit-medication',
    formVersion: 1,
    round: 2,
    heldOn: '2026-11-24',
    status: 'draft',
    author: 'camille',
  },
}
const BEFORE: TestRecord = {
  id: 'audit-0',
  type: 'audit',
  fields: {
    ...DRAFT.fields,
    round: 1,
    heldOn: '2026-03-12',
    closedOn: '2026-03-12',
    status: 'closed',
    'answers.A1': 'partial',
    'comments.A1': 'Deux piluliers sur cinq sans photo',
  },
}
const BEFORE_ACTION: TestRecord = {
  id: 'action-0',
  type: 'action',
  fields: {
    title: 'Nommer un suppléant',
    status: 'doing',
    source: 'audit',
    sourceRecord: 'audit-0',
    sourceQuestion: 'A1',
    dueOn: '2026-11-12',
  },
}
const CRITERIA = auditMedication.sections.flatMap(({ questions }) => questions.map(({ id }) => id))

afterEach(cleanup)

async function openAudit(records: readonly TestRecord[] = [HOME, DRAFT], at = '/audits/audit-1') {
  localStorage.clear()
  const opened = await openTestWorkspace({ records })
  const { workspace, notes } = withWriterNotes(opened.workspace)
  const user = userEvent.setup()
  const view = showAt(workspace, <AuditsRoutes />, at)
  return { ...opened, workspace, notes, user, view }
}

function inHand(code: string) {
  // By label: a query by role walks the whole page, at each of forty taps.
  return screen.findByLabelText(new RegExp(`^Cotation du critère ${code},`))
}

async function tap(user: ReturnType<typeof userEvent.setup>, code: string, answer: string) {
  await user.click(within(await inHand(code)).getByRole('radio', { name: answer }))
}

function fieldOf(workspace: Workspace, name: string, id = 'audit-1') {
  return workspace.replica.get(recordId(id))?.fields[name]
}

describe('an audit on the tablet', () => {
  it('saves one tap as one operation and brings the next criterion', async () => {
    const { workspace, notes, user } = await openAudit()
    await tap(user, 'A1', 'Oui')
    await inHand('A2')
    await waitFor(() => expect(fieldOf(workspace, 'answers.A1')).toBe('yes'))
    expect(notes).toEqual([{ kind: 'set', fields: { 'answers.A1': 'yes' } }])
  })

  it('says the hour the disk gave, not the hour of the tap', async () => {
    const { user, clock } = await openAudit()
    expect(screen.queryByText(/^Enregistré à/)).toBeNull()
    clock.set(Date.parse('2026-11-24T18:32:07.000Z'))
    await tap(user, 'A1', 'Oui')
    expect(await screen.findByText('Enregistré à 14:32:07 sur cette tablette')).toBeTruthy()
  })

  it('takes an answer that could not be written off the screen, and says so', async () => {
    const { workspace, user, view } = await openAudit()
    view.unmount()
    const full = Object.assign(new Error('full'), { kind: 'storage-full' })
    const deaf = { ...workspace, writer: { ...workspace.writer, set: () => Promise.reject(full) } }
    showAt(deaf, <AuditsRoutes />, '/audits/audit-1')
    await tap(user, 'A1', 'Oui')
    expect((await screen.findByRole('alert')).textContent).toContain('n’est pas gardée')
    expect(fieldOf(workspace, 'answers.A1')).toBeUndefined()
    expect(screen.getByText(`0 sur ${CRITERIA.length}`)).toBeTruthy()
  })

  it('comes back to the same criterion after the tab was closed', async () => {
    const { user, view, openAgain, workspace } = await openAudit()
    await tap(user, 'A1', 'Oui')
    await tap(user, 'A2', 'Non applicable')
    await inHand('A3')
    await waitFor(() => expect(workspace.drafts.get('place:audit-1')).toBe('A3'))
    view.unmount()
    showAt(await openAgain(), <AuditsRoutes />, '/audits/reprendre')
    await inHand('A3')
    expect(screen.getByLabelText('address').textContent).toBe('/audits/audit-1')
    expect(screen.getByText(`2 sur ${CRITERIA.length}`)).toBeTruthy()
  })

  it('says which criterion two tablets answered differently, in hand and in its line', async () => {
    const { workspace, server, user } = await openAudit()
    server.offline = true
    await tap(user, 'A1', 'Oui')
    await inHand('A2')
    await waitFor(() => expect(fieldOf(workspace, 'answers.A1')).toBe('yes'))
    expect(screen.queryByText('Deux réponses : à revoir')).toBeNull()
    await server.write('audit', HOME_1, 'audit-1', { 'answers.A1': 'no' })
    server.offline = false
    await workspace.sync.now()
    const sign = () => screen.findByRole('link', { name: /Deux réponses/ })
    expect((await sign()).getAttribute('href')).toBe('/a-revoir?fiche=audit-1&champ=answers.A1')
    await user.click(screen.getByRole('button', { name: /^Critère A1,/ }))
    await inHand('A1')
    await user.click(await sign())
    expect(screen.getByLabelText('address').textContent).toBe('/a-revoir')
  })

  it('undoes the last twenty taps, one by one', async () => {
    const { workspace } = await openAudit()
    const tapped = CRITERIA.slice(0, 20)
    for (const code of tapped) {
      fireEvent.click(within(await inHand(code)).getByText('Oui'))
    }
    await waitFor(() => expect(fieldOf(workspace, `answers.${tapped.at(-1)}`)).toBe('yes'))
    for (const code of tapped.toReversed()) {
      fireEvent.click(screen.getByText('Annuler'))
      await inHand(code)
    }
    await screen.findByText(`0 sur ${CRITERIA.length}`)
    await waitFor(() => expect(fieldOf(workspace, 'answers.A1') ?? null).toBeNull())
  }, 90_000)

  it('makes an action of a failing criterion in two taps, the answer included', async () => {
    const { workspace, notes, user } = await openAudit()
    await tap(user, 'A1', 'Non')
    await user.click(await screen.findByRole('button', { name: /^En faire une action\s: A1$/ }))
    await screen.findByRole('list', { name: 'Action inscrite au PACQ' })
    const [action] = workspace.replica.list('action', HOME_1)
    expect(action?.fields).toMatchObject({
      source: 'audit',
      sourceRecord: 'audit-1',
      sourceQuestion: 'A1',
      status: 'todo',
      createdOn: '2026-11-24',
    })
    expect(notes.map(({ kind }) => kind)).toEqual(['set', 'create'])
  })

  it('lets the pilot be changed in place', async () => {
    const { workspace, user } = await openAudit()
    await tap(user, 'A1', 'Non')
    await user.click(await screen.findByRole('button', { name: /^En faire une action\s: A1$/ }))
    await user.click(await screen.findByRole('button', { name: 'Modifier' }))
    await user.selectOptions(screen.getByLabelText(/^Pilote/), 'Direction')
    await waitFor(() =>
      expect(workspace.replica.list('action', HOME_1)[0]?.fields.pilot).toBe('Direction'),
    )
  })

  it('goes nowhere while arrows pass over the answers', async () => {
    const { user } = await openAudit()
    const group = await inHand('A1')
    within(group).getByRole('radio', { name: 'Oui' }).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(
      within(await inHand('A1')).getByRole('radio', { name: 'Non', checked: true }),
    ).toBeTruthy()
  })

  it('shows the round before beside the criterion, with its late action', async () => {
    await openAudit([HOME, DRAFT, BEFORE, BEFORE_ACTION])
    await inHand('A1')
    expect(screen.getByText(/Deux piluliers sur cinq sans photo/)).toBeTruthy()
    expect(screen.getByText('en retard de 12 jours')).toBeTruthy()
  })

  it('keeps each keystroke of a comment, and makes it an operation on leaving', async () => {
    const { workspace, notes, user } = await openAudit()
    await inHand('A1')
    await user.click(screen.getByRole('button', { name: 'Écrire' }))
    const field = screen.getByLabelText('Commentaire du critère A1')
    await user.type(field, 'Fiche datée')
    await waitFor(() => expect(workspace.drafts.get('comment:audit-1:A1')).toBe('Fiche datée'))
    expect(notes).toEqual([])
    await user.tab()
    await waitFor(() => expect(fieldOf(workspace, 'comments.A1')).toBe('Fiche datée'))
    await waitFor(() => expect(workspace.drafts.get('comment:audit-1:A1')).toBeUndefined())
  })

  it('brings back words typed before the tab was closed', async () => {
    const { workspace, view, openAgain } = await openAudit()
    await workspace.drafts.put('comment:audit-1:A1', 'À moitié éc')
    view.unmount()
    showAt(await openAgain(), <AuditsRoutes />, '/audits/audit-1')
    const field = await screen.findByLabelText('Commentaire du critère A1')
    expect(field).toHaveProperty('value', 'À moitié éc')
  })

  it('sets a whole section to « non applicable » without touching an answer, and undoes it', async () => {
    const { workspace, user } = await openAudit()
    const own = auditMedication.sections[0]?.questions.map(({ id }) => id) ?? []
    await tap(user, 'A1', 'Non')
    await user.click(screen.getByRole('button', { name: /^Toute la section/ }))
    await user.click(screen.getByRole('radio', { name: 'Confiée à un prestataire' }))
    await user.click(screen.getByRole('button', { name: /^Passer \d+ critères/ }))
    await waitFor(() => expect(fieldOf(workspace, 'answers.A2')).toBe('na'))
    expect(fieldOf(workspace, 'comments.A2')).toBe('Confiée à un prestataire')
    expect(fieldOf(workspace, 'answers.A1')).toBe('no')
    expect(screen.getByText(`${own.length} sur ${CRITERIA.length}`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(fieldOf(workspace, 'answers.A2') ?? null).toBeNull())
    expect(fieldOf(workspace, 'answers.A1')).toBe('no')
  })

  it('sets what is left of a section to conform, never over an answer, and undoes it', async () => {
    const { workspace, user } = await openAudit()
    const own = auditMedication.sections[0]?.questions.map(({ id }) => id) ?? []
    await tap(user, 'A1', 'Non')
    await user.click(
      screen.getByRole('button', {
        name: new RegExp(`^Le reste de la section\\s: ${own.length - 1} critères conformes$`),
      }),
    )
    await waitFor(() => expect(fieldOf(workspace, 'answers.A2')).toBe('yes'))
    expect(fieldOf(workspace, 'answers.A1')).toBe('no')
    expect(screen.getByText(`${own.length} sur ${CRITERIA.length}`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(fieldOf(workspace, 'answers.A2') ?? null).toBeNull())
    expect(fieldOf(workspace, 'answers.A1')).toBe('no')
  })

  it('lists what has no answer', async () => {
    const { user } = await openAudit()
    await tap(user, 'A1', 'Oui')
    await user.click(screen.getByRole('button', { name: `Sans réponse (${CRITERIA.length - 1})` }))
    expect(screen.queryByRole('button', { name: /^Critère A1,/ })).toBeNull()
    expect(
      screen.getByRole('button', { name: new RegExp(`^Critère ${CRITERIA.at(-1)},`) }),
    ).toBeTruthy()
  })
})

describe('the end of an audit', () => {
  it('says an unfinished audit incomplete, and never rates it', async () => {
    const { workspace, user } = await openAudit()
    await tap(user, 'A1', 'Oui')
    await user.click(screen.getByRole('button', { name: 'Terminer sans tout répondre' }))
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Terminer sans tout répondre' }))
    await waitFor(() => expect(fieldOf(workspace, 'status')).toBe('closed'))
    await screen.findByRole('heading', { level: 1, name: /^Résultat/ })
    expect(screen.getByText(`Incomplet : 1 critère sur ${CRITERIA.length}.`)).toBeTruthy()
    expect(screen.getByText(/Ce n’est pas un résultat final/)).toBeTruthy()
    expect(screen.queryByText(/de conformité\. (C’est sous|L’attendu)/)).toBeNull()
    expect(fieldOf(workspace, 'closedOn')).toBe('2026-11-24')
  })

  it('says the sentence before the figures once every criterion has its answer', async () => {
    const answers = Object.fromEntries(CRITERIA.map((code) => [`answers.${code}`, 'yes']))
    const closed = { ...DRAFT, fields: { ...DRAFT.fields, ...answers, status: 'closed' } }
    await openAudit([HOME, closed])
    expect(
      await screen.findByText(
        new RegExp(`Sur ${CRITERIA.length} critères évalués, 100 % de conformité`),
      ),
    ).toBeTruthy()
  })
})

describe('the list of audits', () => {
  it('shows drafts by name and place, and never a final figure of an incomplete one', async () => {
    await openAudit([HOME, DRAFT, BEFORE], '/audits')
    expect(await screen.findAllByText(/Les Acomats, /)).toHaveLength(2)
    expect(
      screen.getAllByText(new RegExp(`Incomplet : \\d critères? sur ${CRITERIA.length}`)),
    ).toHaveLength(2)
    expect(screen.queryByText(/%/)).toBeNull()
  })

  it('numbers a new audit after the rounds of that home and grid', async () => {
    const { workspace, user } = await openAudit([HOME, BEFORE], '/audits')
    const sentence = screen.getByText(/Ce sera le/)
    expect(sentence.textContent).toMatch(/Ce sera le 2e tour/)
    await user.click(screen.getByRole('button', { name: 'Commencer l’audit' }))
    await inHand('A1')
    const made = workspace.replica.list('audit', HOME_1).find(({ id }) => id !== 'audit-0')
    expect(made?.fields).toMatchObject({ round: 2, status: 'draft', heldOn: '2026-11-24' })
  })

  it('offers to resume rather than beginning the same round twice', async () => {
    await openAudit([HOME, DRAFT], '/audits')
    expect(screen.queryByRole('button', { name: 'Commencer l’audit' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Reprendre cet audit' })).toBeTruthy()
  })

  it('shows a director the result, and nothing to fill in', async () => {
    localStorage.clear()
    const { workspace } = await openTestWorkspace({ records: [HOME, DRAFT], role: 'director' })
    showAt(workspace, <AuditsRoutes />, '/audits/audit-1')
    await screen.findByRole('heading', { level: 1, name: /^Résultat/ })
    expect(screen.queryByRole('radiogroup')).toBeNull()
    expect(screen.queryByRole('button', { name: /Rouvrir/ })).toBeNull()
  })
})
