// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AuditsRoutes } from '#features/audits/routes.tsx'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { writeWorkbook } from '#interchange/workbook/write-workbook.ts'
import { plainSheets } from '#tests/interchange/independent-xlsx.ts'
import { openTestWorkspace, type TestRecord } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

/*
 * The user's own file comes in by the screen and goes out by the screen: every cell it had is where it was,
 * but for the ratings and comments typed since. The columns are those of a Synaé grid (data from line 4);
 * the words are ours.
 */
const HOME: TestRecord = { id: 'home-1', type: 'site', fields: { name: 'Les Acomats' } }
const HEADERS = [
  ...['Chapitre', 'Thématique', 'Objectif', 'Critère', 'Intitulé', 'Niveau', 'Est une question'],
  ...['Id chapitre', 'Id thème', 'Id objectif', 'Id critère', 'Id question'],
  ...['Cotation', 'Commentaires', 'Réservé à Synaé'],
]

/** One chapter of the export of a category: titles once, as merged cells leave them, then its elements. */
function synaeSheet(chapter: string, objective: string, finess: string, version: string) {
  const titles = [`Chapitre ${chapter}`, 'Thématique 1', `Objectif ${objective}`]
  const ids = ['c1', 't1', 'o1', 'k1']
  const element = (rank: number, rating: string, comment: string) => [
    ...['', '', '', ''],
    ...[`Élément ${objective} numéro ${rank}`, 'Standard', 'Oui', ...ids, `q${rank}`],
    ...[rating, comment, `réserve ${rank}`],
  ]
  return [
    [`Grille exportée, catégorie FINESS : ${finess}`],
    [`Version ${version}`, '', 'à compléter hors ligne'],
    HEADERS,
    [
      ...titles,
      `Critère ${objective}.1`,
      `Critère ${objective}.1 en titre`,
      'Standard',
      'Non',
      ...ids,
    ],
    element(1, '3', 'Déjà dit; "cité"'),
    element(2, '', ''),
    [],
    [
      ...titles,
      `Critère ${objective}.2`,
      `Critère ${objective}.2 en titre`,
      'Standard',
      'Non',
      ...ids,
    ],
    element(3, 'NC', 'Hors de nos missions'),
    ['', '', '', '', 'Note de bas de page'],
  ]
}

const SHEETS = [
  { name: 'Chapitre 1', rows: synaeSheet('1', '1.2', '382', '2025-07') },
  { name: 'Chapitre 3', rows: synaeSheet('3', '3.12', '382', '2025-07') },
]

const saved: Blob[] = []
beforeEach(() => {
  saved.length = 0
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob)
      return 'blob:file'
    },
    revokeObjectURL: () => undefined,
  })
  HTMLAnchorElement.prototype.click = () => undefined
})
afterEach(cleanup)

it('a Synaé export comes back cell by cell, with what was rated since in its own columns', async () => {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME] })
  const user = userEvent.setup()
  showAt(workspace, <GridsRoutes />, '/grilles/importer')
  const file = new File([await writeWorkbook(SHEETS)], 'synae.xlsx')
  const original = plainSheets(new Uint8Array(await file.arrayBuffer()))
  await user.upload(await screen.findByLabelText('Choisir un fichier', { selector: 'input' }), file)
  await screen.findByRole('heading', { level: 1, name: /version 2025-07, catégorie FINESS 382$/ })
  screen.getByText('Le fichier apporte 4 cotations.')
  await user.click(screen.getByRole('button', { name: 'Publier et commencer l’auto-évaluation' }))
  await waitFor(() => expect(workspace.replica.list('audit')).toHaveLength(1))
  const [audit] = workspace.replica.list('audit')
  if (!audit) throw new Error('nothing was begun')
  await workspace.writer.set(audit.id, {
    'answers.1-2-1-2': 'star',
    'comments.1-2-1-2': '=SOMME(A1)',
    'answers.3-12-1-1': '2',
    status: 'closed',
  })

  cleanup()
  showAt(workspace, <AuditsRoutes />, `/audits/${audit.id}/resultat`)
  await user.click(await screen.findByRole('button', { name: 'Exporter' }))
  const sheet = await screen.findByRole('dialog', { name: 'Exporter' })
  await user.click(within(sheet).getByRole('radio', { name: /^Fichier de la HAS/ }))
  await user.click(within(sheet).getByRole('button', { name: 'Télécharger le fichier' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const back = plainSheets(new Uint8Array((await saved[0]?.arrayBuffer()) ?? []))

  const [first, third] = original
  if (!first || !third) throw new Error('two chapters were written')
  const [rating, comment] = [HEADERS.indexOf('Cotation'), HEADERS.indexOf('Commentaires')]
  const expected = [
    {
      name: first.name,
      rows: withCells(first.rows, 5, { [rating]: '*', [comment]: '=SOMME(A1)' }),
    },
    { name: third.name, rows: withCells(third.rows, 4, { [rating]: '2' }) },
  ]
  expect(back.map(({ name }) => name)).toEqual(['Chapitre 1', 'Chapitre 3'])
  expect(back.map(({ rows }) => rows.map(trimmed))).toEqual(
    expected.map(({ rows }) => rows.map(trimmed)),
  )
})

it('the same words under another category or another version are another grid', async () => {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({ records: [HOME] })
  const user = userEvent.setup()
  const kinds = [
    ['382', '2025-07'],
    ['500', '2025-07'],
    ['382', '2022-03'],
    ['382', '2025-07'],
  ] as const
  for (const [count, [finess, version]] of kinds.entries()) {
    cleanup()
    showAt(workspace, <GridsRoutes />, '/grilles/importer')
    const rows = synaeSheet('1', '1.2', finess, version)
    const file = new File([await writeWorkbook([{ name: 'Grille', rows }])], 'synae.xlsx')
    await user.upload(
      await screen.findByLabelText('Choisir un fichier', { selector: 'input' }),
      file,
    )
    await user.click(
      await screen.findByRole('button', { name: 'Publier et commencer l’auto-évaluation' }),
    )
    await waitFor(() => expect(workspace.replica.list('audit')).toHaveLength(count + 1))
  }
  const codes = workspace.replica
    .list('grid-version')
    .map(({ fields }) => (fields.form as { title?: { fr?: string } } | undefined)?.title?.fr ?? '')
  expect(codes.map((title) => title.replace(/^.*HAS, /, '')).sort()).toEqual([
    'version 2022-03, catégorie FINESS 382',
    'version 2025-07, catégorie FINESS 382',
    'version 2025-07, catégorie FINESS 500',
  ])
})

function withCells(
  rows: readonly (readonly string[])[],
  at: number,
  cells: Readonly<Record<number, string>>,
): readonly (readonly string[])[] {
  return rows.map((row, index) =>
    index === at ? row.map((cell, column) => cells[column] ?? cell) : row,
  )
}

/** Cells past the last filled one are no cells. */
function trimmed(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
}
