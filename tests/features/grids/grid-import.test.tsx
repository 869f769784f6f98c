// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readFilling } from '#domain/filling/filling.ts'
import { allQuestions } from '#domain/form/form.ts'
import { formShelf } from '#domain/grid/form-shelf.ts'
import { readGrid } from '#domain/grid/grid.ts'
import { readConsent } from '#domain/tracer/consent.ts'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { HAS_FILE } from '#tests/interchange/has-file.ts'
import { sampleBytes, sampleSheets } from '#tests/interchange/read-sample.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openImport() {
  localStorage.clear()
  const opened = await openTestWorkspace({ records: [HOME] })
  const user = userEvent.setup()
  showAt(opened.workspace, <GridsRoutes />, '/grilles/importer')
  const choose = async (name: string, content: Blob | Uint8Array<ArrayBuffer>) => {
    const input = await screen.findByLabelText('Choisir un fichier', { selector: 'input' })
    await user.upload(input, new File([content], name))
  }
  return { ...opened, user, choose }
}

describe('a form made elsewhere', () => {
  it('is shown as it will be filled in, with its losses by row, and kept only when asked', async () => {
    const { workspace, user, choose } = await openImport()
    await choose('enquete.xlsx', await writeWorkbook(sampleSheets('with-errors.csv')))
    await screen.findByText('Rien n’est gardé encore. Relisez la grille et les pertes ci-dessous.')
    await screen.findByText('feuille survey, ligne 7, colonne type')
    screen.getByRole('region', { name: 'Telle qu’elle sera remplie' })
    expect(workspace.replica.list('grid')).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Garder comme brouillon' }))
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toMatch(/grilles\/0/))
    const [grid] = workspace.replica.list('grid')
    if (!grid) throw new Error('no grid was kept')
    const { draft } = readGrid(grid.id, grid.fields)
    expect(allQuestions(draft)).toHaveLength(14)
    expect(draft.carried?.xlsform).toBeDefined()
  })

  it('with no loss says so alone; with many, how many, and shows every line when asked', async () => {
    const { user, choose } = await openImport()
    const header = ['type', 'name', 'label']
    const survey = (rows: readonly string[][]) =>
      writeWorkbook([{ name: 'survey', rows: [header, ['text', 'a', 'A'], ...rows] }])
    await choose('entier.xlsx', await survey([]))
    await screen.findByText('Tout ce que dit le fichier est dans la grille.')
    screen.getByText('Rien n’est gardé encore. Relisez la grille ci-dessous.')
    await user.click(screen.getByRole('button', { name: 'Autre fichier' }))

    const rows = Array.from({ length: 130 }, (_, at) => ['', `q${at}`, `Sans type ${at}`])
    await choose('trous.xlsx', await survey(rows))
    await screen.findByText('130 remarques.')
    expect(screen.getAllByRole('button', { name: 'Télécharger le rapport' })).toHaveLength(1)
    const lines = () => screen.getAllByText(/^Cette ligne n’a pas de type/).length
    expect(lines()).toBe(20)
    await user.click(screen.getByRole('button', { name: 'Voir 100 lignes de plus' }))
    expect(lines()).toBe(120)
    await user.click(screen.getByRole('button', { name: 'Voir 10 lignes de plus' }))
    expect(lines()).toBe(130)
    expect(screen.queryByRole('button', { name: /de plus$/ })).toBeNull()
  })

  it('comes from a FHIR questionnaire as well', async () => {
    const { choose } = await openImport()
    await choose('visite.json', new Uint8Array(sampleBytes('visit.json')))
    await screen.findByText(/^Questionnaire FHIR, /)
  })

  it('that is none is told in a sentence, and another file may be chosen', async () => {
    const { workspace, choose } = await openImport()
    await choose('photo.json', new Blob(['{"a": 1}']))
    const alert = await screen.findByRole('alert')
    within(alert).getByText('Aucune grille dans photo.json')
    within(alert).getByText(/ni un classeur XLSX/)
    await choose('visite.json', new Uint8Array(sampleBytes('visit.json')))
    await screen.findByRole('button', { name: 'Garder comme brouillon' })
    expect(workspace.replica.list('grid')).toEqual([])
  })

  it('that takes too long is stopped by hand: its worker ends, and nothing it says later is shown', async () => {
    const workers: { onmessage?: (event: { data: unknown }) => void; ended: boolean }[] = []
    class SlowWorker {
      onmessage?: (event: { data: unknown }) => void
      ended = false
      constructor() {
        workers.push(this)
      }
      postMessage() {}
      terminate() {
        this.ended = true
      }
    }
    vi.stubGlobal('Worker', SlowWorker)
    const { workspace, user, choose } = await openImport()
    await choose('enquete.xlsx', await writeWorkbook(sampleSheets('with-errors.csv')))
    await user.click(await screen.findByRole('button', { name: 'Arrêter' }))
    expect(workers.map(({ ended }) => ended)).toEqual([true])
    expect(screen.queryByRole('button', { name: 'Arrêter' })).toBeNull()
    workers[0]?.onmessage?.({ data: { read: undefined } })
    await Promise.resolve()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByLabelText('Choisir un fichier', { selector: 'input' })).toBeTruthy()
    expect(workspace.replica.list('grid')).toEqual([])
  })

  it('is read by who may not write grids no more than the rest', async () => {
    localStorage.clear()
    const { workspace } = await openTestWorkspace({ role: 'director', records: [HOME] })
    showAt(workspace, <GridsRoutes />, '/grilles/importer')
    await screen.findByText(/^Les grilles sont écrites par/)
    expect(screen.queryByRole('button', { name: 'Choisir un fichier' })).toBeNull()
  })
})

describe('the user’s own HAS file', () => {
  it('becomes a self-evaluation of one category and version, begun with the ratings it brought', async () => {
    const { workspace, user, choose } = await openImport()
    await choose('synae.xlsx', await writeWorkbook([{ name: 'Grille', rows: HAS_FILE }]))
    const finess = await screen.findByLabelText('Catégorie FINESS')
    expect((finess as HTMLInputElement).value).toBe('500')
    screen.getByText('Le fichier apporte 3 cotations.')
    await user.clear(finess)
    await user.type(finess, '382')
    await screen.findByRole('heading', { level: 1, name: /version 2025-07, catégorie FINESS 382$/ })

    await user.click(screen.getByRole('button', { name: 'Publier et commencer l’auto-évaluation' }))
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toMatch(/audits\/0/))
    const [audit] = workspace.replica.list('audit')
    if (!audit) throw new Error('no self-evaluation was begun')
    const filling = readFilling(audit.id, audit.scope, audit.fields)
    expect([...filling.answers]).toEqual([
      ['1-2-1-1', '3'],
      ['1-2-1-2', 'nc'],
      ['3-6-2-1', 'star'],
    ])
    expect(filling.comments.get('1-2-1-1')).toBe('Vu')
    const shelf = formShelf(workspace.replica.list('grid-version'), workspace.replica.list('grid'))
    expect(shelf.find(filling)).toMatchObject({ method: 'self-evaluation', code: 'HAS 382' })
  })

  it('of another home is read with the grid already published when it asks the same', async () => {
    const { workspace, user, choose } = await openImport()
    const begin = { name: 'Publier et commencer l’auto-évaluation' }
    for (const round of [1, 2]) {
      cleanup()
      showAt(workspace, <GridsRoutes />, '/grilles/importer')
      await choose('synae.xlsx', await writeWorkbook([{ name: 'Grille', rows: HAS_FILE }]))
      await user.click(await screen.findByRole('button', begin))
      await waitFor(() => expect(workspace.replica.list('audit')).toHaveLength(round))
    }
    expect(workspace.replica.list('grid-version')).toHaveLength(1)
    const rounds = workspace.replica.list('audit').map(({ fields }) => fields.round)
    expect(rounds.sort()).toEqual([1, 2])
  })
})

describe('answers of another system', () => {
  const response = (questionnaire: string) =>
    new Blob([
      JSON.stringify({
        resourceType: 'QuestionnaireResponse',
        status: 'completed',
        questionnaire,
        authored: '2026-02-03T10:00:00Z',
        item: [
          { linkId: 'A1', answer: [{ valueCoding: { code: 'no' } }] },
          { linkId: 'A2', answer: [{ valueCoding: { code: 'perhaps' } }] },
        ],
      }),
    ])

  it('begin a filling of the grid they answer, on their day, those it refuses told', async () => {
    const { workspace, user, choose } = await openImport()
    await choose('reponses.json', response('urn:escale:form:audit-medication|1'))
    await screen.findByText('1 réponse, du 3 févr. 2026')
    screen.getByText('linkId A2')
    expect(workspace.replica.list('audit')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Commencer avec ces réponses' }))
    await waitFor(() => expect(workspace.replica.list('audit')).toHaveLength(1))
    const [audit] = workspace.replica.list('audit')
    expect(audit?.fields).toMatchObject({
      form: 'audit-medication',
      heldOn: '2026-02-03',
      'answers.A1': 'no',
      status: 'draft',
    })
  })

  it('begin the first file of a round of EPP', async () => {
    const { workspace, user, choose } = await openImport()
    await choose('reponses.json', response('urn:escale:form:epp-hand-hygiene|1'))
    await user.click(await screen.findByRole('button', { name: 'Commencer avec ces réponses' }))
    await waitFor(() => expect(workspace.replica.list('epp')).toHaveLength(1))
    expect(workspace.replica.list('epp')[0]?.fields).toMatchObject({
      form: 'epp-hand-hygiene',
      files: 1,
      round: 1,
      'answers.1.A1': 'no',
    })
    expect(workspace.replica.list('audit')).toEqual([])
  })

  it('begin a tracer that still waits for the agreement of the person, with what they said alone', async () => {
    const { workspace, user, choose } = await openImport()
    const said = (await response('urn:escale:form:tracer-person|1').text())
      .replace('"A1"', '"P1"')
      .replace('"no"', '"3"')
    const answer = [
      { url: 'key', valueString: 'P2' },
      { url: 'code', valueCode: 'so-so' },
    ]
    const alone = {
      url: 'urn:escale:said-alone',
      extension: [
        { url: 'helper', valueCode: 'relative' },
        { url: 'answer', extension: answer },
      ],
    }
    const whole = { ...JSON.parse(said), extension: [alone] }
    await choose('reponses.json', new Blob([JSON.stringify(whole)]))
    await screen.findByText('1 réponse, 1 dite à part, du 3 févr. 2026')
    await user.click(await screen.findByRole('button', { name: 'Commencer avec ces réponses' }))
    await waitFor(() => expect(workspace.replica.list('tracer')).toHaveLength(1))
    const fields = workspace.replica.list('tracer')[0]?.fields ?? {}
    expect(fields).toMatchObject({
      form: 'tracer-person',
      'answers.P1': '3',
      'own.P2': 'so-so',
      ownHelper: 'relative',
    })
    expect(readConsent(fields).kind).toBe('none')
  })

  it('to a grid this device does not have are told so', async () => {
    const { choose } = await openImport()
    await choose('reponses.json', response('urn:elsewhere|4'))
    await screen.findByText(/Importez d’abord le questionnaire auquel elles répondent/)
  })
})
