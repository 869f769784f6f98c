// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { entriesOfKind } from '#domain/form/library/catalogue.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { openTestWorkspace } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

afterEach(cleanup)

const GRIDS = [...entriesOfKind('audit'), ...entriesOfKind('epp')].filter(({ code }) =>
  /^G\d\d$/.test(code),
)
const UNITS = {
  structure: 'L’établissement, une fois',
  premises: 'Un local ou un équipement',
  person: 'Une personne accompagnée',
  file: 'Des dossiers, un par ligne',
  opportunity: 'Des opportunités, une par ligne',
  event: 'Un événement',
}

async function openLibrary() {
  localStorage.clear()
  const { workspace } = await openTestWorkspace({})
  showAt(workspace, <GridsRoutes />, '/grilles')
  const library = await screen.findByRole('region', { name: 'Partir de la bibliothèque' })
  /** The row of a grid, by what its button says. */
  const rowOf = (title: string) =>
    within(library)
      .queryByRole('button', { name: `Dupliquer\u00a0: ${title}` })
      ?.closest('li')
  return { library, rowOf }
}

it('each of the thirty grids says its code, its criteria, what it observes, its answers, for whom and from where', async () => {
  const { rowOf } = await openLibrary()
  expect(GRIDS).toHaveLength(30)
  for (const { id, version, code, title, criteria, kinds } of GRIDS) {
    const form = findForm(id, version)
    const words = (rowOf(title.fr)?.textContent ?? '').replace(/\u00a0/g, ' ')
    expect(words).toContain(`${code}, ${criteria} critères`)
    expect(words).toContain(UNITS[form?.unit ?? 'event'])
    expect(words).toMatch(/Réponses(Oui|Conforme|En place|Jamais|1)/)
    const homes = kinds?.map((kind) => SITE_KIND_TEXTS[kind].fr).join(', ')
    expect(words).toContain(`Pour${homes ?? 'Tout établissement'}`)
    expect(words).toContain(form?.source.fr ?? '?')
    expect(words).toContain(form?.sections[0]?.questions[0]?.label.fr ?? '?')
  }
}, 30_000)

it('a home sees the grids made for it: schooling for an IME, not for an EHPAD', async () => {
  const { library, rowOf } = await openLibrary()
  const user = userEvent.setup()
  const school = 'Scolarisation et unité d’enseignement'
  expect(rowOf(school)).toBeTruthy()
  await user.selectOptions(within(library).getByLabelText('Pour'), 'EHPAD')
  expect(rowOf(school)).toBeFalsy()
  expect(rowOf('Escarres')).toBeTruthy()
  await user.selectOptions(within(library).getByLabelText('Pour'), 'IME')
  expect(rowOf(school)).toBeTruthy()
  expect(rowOf('Escarres')).toBeFalsy()
})
