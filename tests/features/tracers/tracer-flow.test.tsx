// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { tracerPerson } from '#domain/form/library/tracer-person.ts'
import { recordId } from '#domain/shared/ids.ts'
import { TracersRoutes } from '#features/tracers/routes.tsx'
import { HOME_1, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Bel-Étang', kind: 'mas', places: 45 },
}
const TRACER: TestRecord = {
  id: 'tracer-1',
  type: 'tracer',
  fields: {
    form: 'tracer-person',
    formVersion: 1,
    round: 1,
    heldOn: '2026-11-24',
    status: 'draft',
    author: 'camille',
  },
}
const AGREED: TestRecord = {
  ...TRACER,
  fields: {
    ...TRACER.fields,
    'consent.givenOn': '2026-11-24',
    'consent.by': 'person',
    'consent.mode': 'written',
    'consent.recordedBy': 'camille',
  },
}
const P1 = tracerPerson.sections[0]?.questions[0]?.label.fr ?? ''

afterEach(cleanup)

async function openTracer(record: TestRecord, step: string) {
  localStorage.clear()
  const opened = await openTestWorkspace({ records: [HOME, record] })
  showAt(opened.workspace, <TracersRoutes />, `/traceurs/tracer-1?etape=${step}`)
  const fields = () => opened.workspace.replica.get(recordId('tracer-1'))?.fields ?? {}
  return { ...opened, fields, user: userEvent.setup() }
}

describe('an accompagné traceur', () => {
  it('keeps both interviews closed until the agreement is noted', async () => {
    const { user, fields } = await openTracer(TRACER, 'person')
    expect(screen.getByText(/Les entretiens sont fermés/)).toBeTruthy()
    expect(screen.queryByRole('radiogroup')).toBeNull()

    await user.click(screen.getByRole('link', { name: 'Aller à l’accord' }))
    const record = await screen.findByRole('button', { name: 'Noter l’accord' })
    expect(record).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('radio', { name: 'La personne elle-même' }))
    await user.click(screen.getByRole('radio', { name: 'Par écrit, signé' }))
    await user.click(record)
    await waitFor(() =>
      expect(fields()).toMatchObject({
        'consent.givenOn': '2026-11-24',
        'consent.by': 'person',
        'consent.mode': 'written',
        'consent.recordedBy': 'camille',
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Suivant' }))
    expect(await screen.findByRole('radiogroup', { name: P1 })).toBeTruthy()
  })

  it('closes them again when the person withdraws, and keeps what was said', async () => {
    const said = { ...AGREED, fields: { ...AGREED.fields, 'answers.P1': '4' } }
    const { user, fields } = await openTracer(said, 'consent')
    await user.click(screen.getByRole('button', { name: 'La personne retire son accord' }))
    const dialog = await screen.findByRole('alertdialog')
    await user.click(within(dialog).getByRole('button', { name: 'Noter le retrait' }))
    await waitFor(() => expect(fields()['consent.withdrawnOn']).toBe('2026-11-24'))
    await user.click(screen.getByRole('button', { name: 'Suivant' }))
    expect(await screen.findByText(/la personne a retiré son accord/)).toBeTruthy()
    expect(screen.queryByRole('radiogroup')).toBeNull()
    expect(fields()['answers.P1']).toBe('4')
  })

  it('warns of a name in the person’s words without losing a letter', async () => {
    const { user, fields } = await openTracer(AGREED, 'person')
    const field = await screen.findByLabelText('Ses mots')
    await user.type(field, 'Mme Bordin m’aide le soir')
    expect(screen.getByText(/permet de reconnaître quelqu’un/)).toBeTruthy()
    await user.tab()
    await waitFor(() => expect(fields()['answers.person-words']).toBe('Mme Bordin m’aide le soir'))
  })

  it('takes words on an answer that fails, shows them beside both views, and keeps no other field open', async () => {
    const { user, fields } = await openTracer(AGREED, 'professionals')
    const groups = await screen.findAllByRole('radiogroup')
    expect(screen.queryByRole('button', { name: 'Écrire' })).toBeNull()
    const [first] = groups
    await user.click(within(first as HTMLElement).getByRole('radio', { name: /^2/ }))
    await user.click(await screen.findByRole('button', { name: 'Écrire' }))
    await user.type(screen.getByLabelText('Commentaire du critère Q1'), 'Pas de référent nommé')
    await user.tab()
    await waitFor(() => expect(fields()['comments.Q1']).toBe('Pas de référent nommé'))
    expect(screen.getByRole('button', { name: /^En faire une action\s: Q1$/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Suivant' }))
    expect(await screen.findByText(/Pas de référent nommé/)).toBeTruthy()
  })

  it('keeps the place of the last answer, and can show what is left alone', async () => {
    const { user, workspace, fields } = await openTracer(AGREED, 'person')
    const groups = await screen.findAllByRole('radiogroup')
    const [first] = groups
    await user.click(within(first as HTMLElement).getByRole('radio', { name: /^4/ }))
    await waitFor(() => expect(fields()['answers.P1']).toBe('4'))
    expect(workspace.drafts.get('tracer-question:tracer-1')).toBe('P2')
    await user.click(screen.getByRole('button', { name: `Sans réponse (${groups.length - 1})` }))
    expect(screen.getAllByRole('radiogroup')).toHaveLength(groups.length - 1)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(fields()['answers.P1'] ?? null).toBeNull())
  })

  it('reads the person’s view beside the professionals’ and says the gaps', async () => {
    const both = {
      ...AGREED,
      fields: {
        ...AGREED.fields,
        'answers.P1': '2',
        'answers.Q1': '4',
        'answers.P2': '4',
        'answers.Q2': '4',
      },
    }
    const { user, workspace } = await openTracer(both, 'views')
    expect(
      await screen.findByText('Sujets cotés des deux côtés : 2. Vus différemment : 1.'),
    ).toBeTruthy()
    expect(screen.getAllByText('Regards différents')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: /^En faire une action\s: P1$/ }))
    await screen.findByRole('list', { name: 'Action inscrite au PACQ' })
    expect(workspace.replica.list('action', HOME_1)[0]?.fields).toMatchObject({
      source: 'tracer',
      sourceQuestion: 'P1',
    })
  })
})
