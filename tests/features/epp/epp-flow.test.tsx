// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { eppRestraint } from '#domain/form/library/epp-restraint.ts'
import { loadForm } from '#domain/form/library/load-form.ts'
import { recordId } from '#domain/shared/ids.ts'
import { EppRoutes } from '#features/epp/routes.tsx'
import { HOME_1, HOME_2, openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt, withWriterNotes } from '../show-at.tsx'

const HOME: TestRecord = {
  id: 'home-1',
  type: 'site',
  fields: { name: 'Morne-Doré', kind: 'ehpad', places: 72 },
}
const CRITERIA = eppRestraint.sections.flatMap(({ questions }) => questions)
const [FIRST, SECOND] = CRITERIA

function round(files: number, answers: Record<string, string | number> = {}): TestRecord {
  return {
    id: 'round-1',
    type: 'epp',
    fields: {
      form: 'epp-restraint',
      formVersion: 1,
      round: 1,
      files,
      heldOn: '2026-11-24',
      status: 'draft',
      author: 'camille',
      ...answers,
    },
  }
}

/** Answers of the first criterion, one by file: `yyn` for yes, yes, no. */
function firstCriterion(signs: string): Record<string, string> {
  const codes: Record<string, string> = { y: 'yes', n: 'no', a: 'na' }
  return Object.fromEntries(
    [...signs].map((sign, at) => [`answers.${at + 1}.${FIRST?.id}`, codes[sign] ?? '']),
  )
}

afterEach(cleanup)

async function openRound(record: TestRecord, at = '/epp/round-1') {
  localStorage.clear()
  const opened = await openTestWorkspace({ records: [HOME, record] })
  const { workspace, notes } = withWriterNotes(opened.workspace)
  const view = showAt(workspace, <EppRoutes />, at)
  return { ...opened, workspace, notes, view, user: userEvent.setup() }
}

function asked(file: number, label: string | undefined) {
  return screen.findByRole('radiogroup', { name: `Dossier ${file}, ${label}` })
}

describe('an EPP round', () => {
  it('asks one cell at a time, one tap each, file after file', async () => {
    const { workspace, notes, user } = await openRound(round(2))
    for (const { label } of CRITERIA) {
      await user.click(within(await asked(1, label.fr)).getByRole('radio', { name: 'Oui' }))
    }
    await asked(2, FIRST?.label.fr)
    expect(screen.getByText(`${CRITERIA.length} sur ${2 * CRITERIA.length}`)).toBeTruthy()
    await waitFor(() =>
      expect(workspace.replica.get(recordId('round-1'))?.fields).toMatchObject(
        Object.fromEntries(CRITERIA.map(({ id }) => [`answers.1.${id}`, 'yes'])),
      ),
    )
    expect(notes).toHaveLength(CRITERIA.length)
  })

  it('comes back to the same cell after the tab was closed', async () => {
    const { workspace, user, view, openAgain } = await openRound(round(10))
    await user.click(
      screen.getByRole('button', { name: new RegExp(`^Dossier 7, ${SECOND?.label.fr}`) }),
    )
    await asked(7, SECOND?.label.fr)
    await waitFor(() => expect(workspace.drafts.get('epp-place:round-1')).toBe(`7.${SECOND?.id}`))
    view.unmount()
    showAt(await openAgain(), <EppRoutes />, '/epp/round-1')
    await asked(7, SECOND?.label.fr)
  })

  it('undoes the last cell', async () => {
    const { workspace, user } = await openRound(round(10))
    await user.click(within(await asked(1, FIRST?.label.fr)).getByRole('radio', { name: 'Non' }))
    await asked(1, SECOND?.label.fr)
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await asked(1, FIRST?.label.fr)
    await waitFor(() =>
      expect(
        workspace.replica.get(recordId('round-1'))?.fields[`answers.1.${FIRST?.id}`] ?? null,
      ).toBeNull(),
    )
  })

  it('says what is left of a file conform at once, over no answer, taken back as one step', async () => {
    const { workspace, user } = await openRound(round(2, { [`answers.1.${SECOND?.id}`]: 'no' }))
    const kept = () => workspace.replica.get(recordId('round-1'))?.fields ?? {}
    const rest = CRITERIA.length - 1
    await user.click(
      screen.getByRole('button', { name: new RegExp(`dossier 1\\s: tout conforme \\(${rest}\\)`) }),
    )
    await asked(2, FIRST?.label.fr)
    await waitFor(() => expect(kept()[`answers.1.${FIRST?.id}`]).toBe('yes'))
    expect(kept()[`answers.1.${SECOND?.id}`]).toBe('no')
    await user.click(screen.getByRole('button', { name: 'Annuler' }))
    await asked(1, FIRST?.label.fr)
    await waitFor(() => expect(kept()[`answers.1.${FIRST?.id}`] ?? null).toBeNull())
    expect(kept()[`answers.1.${SECOND?.id}`]).toBe('no')
    await user.click(
      screen.getByRole('button', {
        name: new RegExp(`dossier 1\\s: non applicable \\(${rest}\\)`),
      }),
    )
    await waitFor(() => expect(kept()[`answers.1.${FIRST?.id}`]).toBe('na'))
  })

  it('shows beside the criterion its count of the round before, and the action still open', async () => {
    localStorage.clear()
    const before = {
      ...round(10, { ...firstCriterion('yyyyyyynnn'), status: 'closed' }),
      id: 'before',
    }
    const action: TestRecord = {
      id: 'action-1',
      type: 'action',
      fields: {
        title: 'Revoir les prescriptions',
        sourceRecord: 'before',
        sourceQuestion: FIRST?.id ?? '',
        dueOn: '2026-12-15',
        status: 'doing',
      },
    }
    const { workspace } = await openTestWorkspace({
      records: [HOME, before, action, round(10, { round: 2 })],
    })
    showAt(workspace, <EppRoutes />, '/epp/round-1')
    const dock = within(await screen.findByRole('region', { name: FIRST?.label.fr ?? '' }))
    expect(dock.getByText('Tour précédent : 7 oui sur 10')).toBeTruthy()
    expect(dock.getByText('Action : Revoir les prescriptions, pour le 15 déc. 2026')).toBeTruthy()
  })

  it('rates eight out of ten with its Wilson bounds, 49 to 94 %', async () => {
    await openRound(round(10, firstCriterion('yyyyyyyynn')))
    expect(screen.getAllByText('8 sur 10').length).toBeGreaterThan(0)
    const table = screen.getByRole('table', { name: /Part de «\soui\s» par critère/, hidden: true })
    const [row] = within(table).getAllByRole('row', {
      name: new RegExp(FIRST?.label.fr.replace('.', '\\.') ?? ''),
      hidden: true,
    })
    expect(row?.textContent).toMatch(/49\s%/)
    expect(row?.textContent).toMatch(/94\s%/)
  })

  it('says nine files too few for a rate, and leaves « non applicable » out of the count', async () => {
    await openRound(round(10, firstCriterion('yyyyyyyyna')))
    expect(screen.getAllByText('8 sur 9, effectif trop petit').length).toBeGreaterThan(0)
  })

  it('puts a missed criterion in the action plan in one tap', async () => {
    const { workspace, user } = await openRound(round(10, firstCriterion('yyyyyyynnn')))
    await user.click(
      screen.getByRole('button', { name: new RegExp(`^En faire une action\\s: ${FIRST?.id}$`) }),
    )
    await screen.findByRole('list', { name: 'Action inscrite au PACQ' })
    const [action] = workspace.replica.list('action', HOME_1)
    expect(action?.fields).toMatchObject({ source: 'epp', sourceQuestion: FIRST?.id })
    expect(action?.fields.finding).toContain('7 dossiers conformes sur 10')
  })

  it('shows an unfinished round as incomplete in the list', async () => {
    const closed = round(10, { ...firstCriterion('yyy'), status: 'closed' })
    await openRound(closed, '/epp')
    expect(
      await screen.findByText(`Incomplet : 3 réponses sur ${10 * CRITERIA.length}`),
    ).toBeTruthy()
  })

  it('asks why a criterion is non applicable in more than one file of five', async () => {
    const { workspace, user } = await openRound(round(10, firstCriterion('yyyyyyyaaa')))
    expect(await screen.findByText('La raison n’est pas notée.')).toBeTruthy()
    const field = screen.getByLabelText(/^Pourquoi si souvent non applicable/)
    await user.type(field, 'Aucune barrière')
    await user.tab()
    const key = `naReason.${FIRST?.id}`
    await waitFor(() =>
      expect(workspace.replica.get(recordId('round-1'))?.fields[key]).toBe('Aucune barrière'),
    )
    // The rates follow the answers, a breath later.
    await waitFor(() => expect(screen.queryByText('La raison n’est pas notée.')).toBeNull())
    cleanup()
    await openRound(round(10, firstCriterion('yyyyyyyyaa')))
    expect(screen.queryByText('La raison n’est pas notée.')).toBeNull()
  })

  it('keeps its protocol, and hands it to the next round but for the period', async () => {
    const { workspace, user } = await openRound(round(10))
    await user.selectOptions(screen.getByLabelText('Comment l’échantillon est tiré'), 'Au hasard')
    await user.type(screen.getByLabelText(/^Quels dossiers sont lus/), 'Présents six mois')
    await user.tab()
    await waitFor(() =>
      expect(workspace.replica.get(recordId('round-1'))?.fields).toMatchObject({
        'protocol.drawing': 'random',
        'protocol.population': 'Présents six mois',
      }),
    )
    await workspace.writer.set(recordId('round-1'), {
      'protocol.from': '2026-05-01',
      status: 'closed',
    })
    cleanup()
    showAt(workspace, <EppRoutes />, '/epp')
    await user.click(screen.getByRole('radio', { name: /^Contention/ }))
    await user.click(screen.getByRole('button', { name: 'Commencer le tour' }))
    await asked(1, FIRST?.label.fr)
    const made = workspace.replica.list('epp', HOME_1).find(({ id }) => id !== 'round-1')
    expect(made?.fields).toMatchObject({
      'protocol.drawing': 'random',
      'protocol.population': 'Présents six mois',
    })
    expect(made?.fields['protocol.from']).toBeUndefined()
  })

  it('says opportunities where the grid observes gestures, not files', async () => {
    const hands = { ...round(10), fields: { ...round(10).fields, form: 'epp-hand-hygiene' } }
    await openRound(hands)
    expect(await screen.findByText(/^Opportunité 1, critère 1 sur/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Ajouter une opportunité' })).toBeTruthy()
    expect(screen.queryByText(/dossier/i)).toBeNull()
  })

  it('begins with ten files unless told', async () => {
    const { workspace, user } = await openRound(round(10, { status: 'closed' }), '/epp')
    await user.click(screen.getByRole('radio', { name: /^Contention/ }))
    await user.click(screen.getByRole('button', { name: 'Commencer le tour' }))
    await asked(1, FIRST?.label.fr)
    const made = workspace.replica.list('epp', HOME_1).find(({ id }) => id !== 'round-1')
    expect(made?.fields).toMatchObject({ files: 10, round: 2 })
  })

  it('reads a second round with the gain of each criterion and its interval', async () => {
    localStorage.clear()
    const filled = (id: string, number: number, met: number): TestRecord => ({
      ...round(30, {
        round: number,
        status: 'closed',
        closedOn: `2026-0${number}-20`,
        ...firstCriterion('y'.repeat(met) + 'n'.repeat(30 - met)),
      }),
      id,
    })
    const { workspace } = await openTestWorkspace({
      records: [HOME, filled('round-1', 1, 18), filled('round-2', 2, 27)],
    })
    showAt(workspace, <EppRoutes />, '/epp/round-2')
    const gains = await screen.findByRole('region', { name: 'Écart entre les deux tours' })
    expect(within(gains).getByText('30 (de 8,1 à 48,9)')).toBeTruthy()
    expect(within(gains).getByText('Progrès démontré')).toBeTruthy()
  })

  it('stands beside the rounds of other homes on the same version, each with its count', async () => {
    localStorage.clear()
    const other: TestRecord = {
      id: 'home-2',
      type: 'site',
      fields: { name: 'Les Acomats', kind: 'ehpad', places: 84 },
    }
    const at = (id: string, met: number, more: Partial<TestRecord>, version = 1): TestRecord => ({
      ...round(10, {
        status: 'closed',
        closedOn: '2026-11-20',
        formVersion: version,
        'protocol.target': 0.8,
        ...firstCriterion('y'.repeat(met) + 'n'.repeat(10 - met)),
      }),
      id,
      ...more,
    })
    const { workspace } = await openTestWorkspace({
      records: [
        HOME,
        other,
        at('round-1', 6, {}),
        at('round-2', 9, { scope: HOME_2 }),
        at('another-version', 2, { scope: HOME_2 }, 2),
      ],
    })
    showAt(workspace, <EppRoutes />, '/epp/round-1')
    const user = userEvent.setup()
    const trend = await screen.findByRole('region', { name: /^D’un tour à l’autre/ })
    const rows = () =>
      within(trend)
        .getAllByRole('row', { hidden: true })
        .slice(1)
        .map(({ textContent }) => textContent)
    expect(rows()).toEqual([
      'Les Acomats, 1er tour, 20 nov. 20269 sur 10, 10 dossiers',
      'Morne-Doré, 1er tour, 20 nov. 20266 sur 10, 10 dossiers',
    ])
    // That of the protocols, not that of the grid.
    expect(within(trend).getByText(/^Cible : 80\s%$/)).toBeTruthy()
    await user.selectOptions(
      within(trend).getByLabelText('Ce qui est comparé'),
      FIRST?.label.fr ?? '',
    )
    // Wilson, 95 %: 9 of 10 is 59.6 to 98.2 %, 6 of 10 is 31.3 to 83.2 %.
    expect(rows()).toEqual([
      expect.stringMatching(/9 sur 10.*60\s%.*98\s%/),
      expect.stringMatching(/6 sur 10.*31\s%.*83\s%/),
    ])
    await workspace.writer.set(recordId('round-2'), { [`protocol.targets.${FIRST?.id}`]: 1 })
    await waitFor(() =>
      expect(rows()).toEqual([
        expect.stringMatching(/9 sur 10, objectif 100\s%/),
        expect.stringMatching(/6 sur 10, objectif 80\s%/),
      ]),
    )
  })

  it('shows its shape by part and what is missing most, once it has ended', async () => {
    const hands = await loadForm('epp-hand-hygiene', 1)
    const ids = hands?.sections.flatMap(({ questions }) => questions.map(({ id }) => id)) ?? []
    const answers = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => at + 1).flatMap((file) =>
        ids.map((id) => [`answers.${file}.${id}`, id === 'A1' && file <= 4 ? 'no' : 'yes']),
      ),
    )
    const closed = round(10, { ...answers, form: 'epp-hand-hygiene', status: 'closed' })
    await openRound(closed)
    const shape = await screen.findByRole('region', { name: 'Par partie' })
    // Ten opportunities and three criteria in the first part, four of the thirty not met.
    expect(within(shape).getAllByText('26 sur 30').length).toBeGreaterThan(0)
    const most = screen.getByRole('region', { name: 'Ce qui manque le plus' })
    expect(within(most).getAllByText(/^4, cumul 100\s%$/)).toHaveLength(1)
  })
})

describe('the protocol of a round', () => {
  it('refuses a period that ends before it begins, and keeps it as typed until it is right', async () => {
    const { workspace } = await openRound(round(10))
    const kept = () => workspace.replica.get(recordId('round-1'))?.fields ?? {}
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    await screen.findByLabelText('Période, du')
    type('Période, du', '2026-10-15')
    await waitFor(() => expect(kept()['protocol.from']).toBe('2026-10-15'))
    type('au', '2026-10-01')
    await screen.findByText(/La fin est avant le début/)
    expect(kept()['protocol.to']).toBeFalsy()
    expect(screen.getByLabelText<HTMLInputElement>('au').value).toBe('2026-10-01')
    type('Période, du', '2026-09-01')
    await waitFor(() =>
      expect(kept()).toMatchObject({
        'protocol.from': '2026-09-01',
        'protocol.to': '2026-10-01',
      }),
    )
    expect(screen.queryByText(/La fin est avant le début/)).toBeNull()
  })

  it('says which end of its period is not known, or that none is', async () => {
    await openRound(round(10, { status: 'closed' }))
    expect(screen.getByText('Période : non précisée')).toBeTruthy()
    cleanup()
    await openRound(round(10, { status: 'closed', 'protocol.from': '2026-09-01' }))
    expect(
      screen.getByText(/^Période : depuis le .*1er septembre 2026, fin non précisée$/),
    ).toBeTruthy()
  })

  it('writes the target of a criterion, shown beside its rate', async () => {
    const { user, workspace } = await openRound(round(10, firstCriterion('yyyyyyyyyn')))
    await user.click(await screen.findByText('Objectif propre à un critère'))
    const own = screen.getByRole('spinbutton', { name: new RegExp(FIRST?.label.fr ?? '') })
    fireEvent.change(own, { target: { value: '100' } })
    await waitFor(() =>
      expect(workspace.replica.get(recordId('round-1'))?.fields).toMatchObject({
        [`protocol.targets.${FIRST?.id}`]: 1,
      }),
    )
    cleanup()
    await workspace.writer.set(recordId('round-1'), { status: 'closed', closedOn: '2026-11-24' })
    showAt(workspace, <EppRoutes />, '/epp/round-1')
    await screen.findAllByText(/9 sur 10, objectif 100/)
  })
})
